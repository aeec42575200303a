import { groupByKana } from './kana.ts';
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
  const latin = Map.groupBy(
    headings.filter(({ text }) => isLatin(text)).toSorted((a, b) => collator.compare(a.text, b.text)),
    ({ text }) => text.charAt(0).toUpperCase(),
  );
  const japanese = headings.filter(({ text }) => !isLatin(text));
  return [
    ...[...latin].map(([label, things]) => ({ label, things })),
    ...groupByKana(japanese, ({ text }) => text),
  ];
}

const collator = new Intl.Collator('ja');

const isLatin = (text: string): boolean => /^[\u0020-\u007e]/.test(text);
