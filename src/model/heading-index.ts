import { groupByKana, OTHER_ROW } from './kana.ts';
import type { ComparisonPage } from './comparison-page.ts';
import type { ServicePage } from './service-page.ts';

/** A heading of the site, as an index lists it. */
export interface IndexedHeading {
  readonly text: string;
  /** The page on which it stands. */
  readonly page: string;
  readonly path: string;
}

export interface HeadingGroup {
  readonly label: string;
  readonly things: readonly IndexedHeading[];
}

/** All headings, by their first letter: A–Z, then the rows of the syllabary. */
export function deriveHeadingIndex(
  services: readonly ServicePage[],
  comparisons: readonly ComparisonPage[],
): HeadingGroup[] {
  const headings = [
    ...services.flatMap(({ path, data, notes }) => [
      { text: data.name, page: '', path },
      ...notes.flatMap((note) => [
        { text: note.title, page: data.shortName, path: note.path },
        ...note.headings.map(({ id, text }) => ({ text, page: data.shortName, path: `${path}#${id}` })),
      ]),
    ]),
    ...comparisons.flatMap(({ path, data, headings: own }) => [
      { text: data.title, page: '', path },
      ...own.map(({ id, text }) => ({ text, page: data.title, path: `${path}#${id}` })),
    ]),
  ];
  const sorted = headings
    .map((heading) => ({ heading, key: sortKey(heading.text) }))
    .toSorted((a, b) => collator.compare(a.key, b.key));
  const latin = Map.groupBy(
    sorted.filter(({ key }) => isLatin(key)),
    ({ key }) => labelOf(key),
  );
  const japanese = groupByKana(
    sorted.filter(({ key }) => !isLatin(key)),
    ({ key }) => key,
  );
  const groups = [
    ...[...latin].map(([label, things]) => ({ label, things })),
    // A heading carries no reading, so those that begin with a Chinese character cannot stand under their sound.
    ...japanese.map(({ label, things }) => ({ label: label === OTHER_ROW ? '漢字' : label, things })),
  ];
  return groups.map(({ label, things }) => ({ label, things: things.map(({ heading }) => heading) }));
}

const collator = new Intl.Collator('ja', { numeric: true });

/** Marks at the beginning of a heading do not count: 「<TASK_DEFINITION>」 is under T. */
const sortKey = (text: string): string => text.replace(/^[\p{P}\p{S}\s]+(?=.)/u, '');

const isLatin = (key: string): boolean => /^[\u0020-\u007e]/.test(key);

const labelOf = (key: string): string => (/^\d/.test(key) ? '0–9' : key.charAt(0).toUpperCase());
