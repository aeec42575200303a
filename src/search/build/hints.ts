import type { ContentEntries } from '../../content/entries.ts';
import { paths } from '../../model/paths.ts';
import { signFile, type Hints, type SignFile } from '../layout.ts';
import { packWords } from '../packed-words.ts';
import { packSayings } from '../signs.ts';
import { digestOf, jsonFile, type BundleFile } from './bundle-file.ts';
import type { PreparedPage } from './prepare.ts';
import { countTerm, type Counts } from './subjects.ts';

/** How soon more of the same adds little, and how much is taken off for saying a lot: BM25's k and b. */
const SATURATION = 0.6;
const LENGTH = 0.3;
/** Letters in a file of signs. A sentence has signs in about six files, whatever the size of the site. */
const FILE_SIZE = 4000;
/** A word tells sections apart when at least so many pages have it, and at most this share of all. */
const TELLING = { least: 2, share: 0.25 } as const;

/**
 * Collects what sentences are compared with: the sections that answer questions, and the terms of the glossary.
 *
 * @param pages in the order of the index
 */
export function collectHints(
  pages: readonly PreparedPage[],
  { services, glossary }: ContentEntries,
): { hints: Hints; files: BundleFile[] } {
  const sections = pages.flatMap(({ subjects }, page) => subjects.map((subject) => ({ page, subject })));
  const terms = glossary?.data ?? [];
  const names = new Map(services.map(({ id, data }) => [id, data.shortName]));
  const { contents, begin } = fileSigns([
    ...shareOut(sections.map(({ subject }) => subject.signs)),
    ...shareOut(
      terms.map(({ term, definition, aliases, searchAliases, services: about }) =>
        countTerm([
          term,
          definition,
          ...aliases,
          ...searchAliases,
          ...about.flatMap((id) => names.get(id) ?? []),
        ]),
      ),
    ),
  ]);
  const release = digestOf(contents.map((content) => JSON.stringify(content)));
  const tells = createTopics(pages);
  const numbers = new Map(pages.map(({ page: { path } }, n) => [path, n]));
  return {
    hints: {
      sections: sections.map(({ page, subject: { position, compounds } }) => {
        const topic = tells(compounds);
        return topic === undefined ? [page, position] : [page, position, topic];
      }),
      terms: terms.map(({ term }) => term),
      services: Object.fromEntries(
        services.flatMap(({ id, data }) => {
          const page = numbers.get(paths.service(id));
          return page === undefined ? [] : [[page, data.shortName]];
        }),
      ),
      release,
      signs: packWords(begin),
    },
    files: contents.map((content, n) => jsonFile(signFile(release, n), content)),
  };
}

/** How much of what each subject says its signs are: from 0 to 1, less for what it says beside many others. */
function shareOut(subjects: readonly Counts[]): Map<string, number>[] {
  const lengths = subjects.map((signs) => signs.reduce((sum, [, n]) => sum + n, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return subjects.map((signs, i) => {
    const rest = SATURATION * (1 - LENGTH + (LENGTH * (lengths[i] ?? 0)) / average);
    return new Map(signs.map(([sign, n]) => [sign, n / (n + rest)]));
  });
}

/** Turns round what each subject says, and cuts it into files in the order of the signs. */
function fileSigns(subjects: readonly ReadonlyMap<string, number>[]): {
  contents: SignFile[];
  begin: string[];
} {
  const sayings = new Map<string, Map<number, number>>();
  for (const [subject, signs] of subjects.entries())
    for (const [sign, share] of signs) {
      const known = sayings.get(sign) ?? new Map<number, number>();
      sayings.set(sign, known.set(subject, share));
    }
  const files: [string, string][][] = [];
  let room = 0;
  for (const sign of [...sayings.keys()].sort()) {
    const packed = packSayings(sayings.get(sign) ?? new Map());
    if (room <= 0) {
      files.push([]);
      room = FILE_SIZE;
    }
    files.at(-1)?.push([sign, packed]);
    room -= sign.length + packed.length;
  }
  return {
    contents: files.map((file) => Object.fromEntries(file)),
    begin: files.flatMap(([first]) => first?.[0] ?? []),
  };
}

/** Finds the word that tells best what a section is about: often in it, and on few other pages. */
function createTopics(pages: readonly PreparedPage[]): (compounds: Counts) => string | undefined {
  const having = new Map<string, number>();
  for (const compound of pages.flatMap(({ compounds }) => compounds))
    having.set(compound, (having.get(compound) ?? 0) + 1);
  return (compounds) =>
    compounds
      .flatMap(([compound, n]): [string, number][] => {
        const on = having.get(compound) ?? 0;
        if (on < TELLING.least || on > pages.length * TELLING.share) return [];
        return [[compound, Math.sqrt(n) * Math.log(1 + pages.length / on)]];
      })
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
}
