import type { ContentEntries } from '../../content/entries.ts';
import { paths } from '../../model/paths.ts';
import type { Hints } from '../layout.ts';
import { packSayings } from '../signs.ts';
import type { BundleFile } from './bundle-file.ts';
import type { PreparedPage } from './prepare.ts';
import { cutShards } from './shards.ts';
import { countTerm, type Counts, type SectionSubject } from './subjects.ts';

/** How soon more of the same adds little, and how much is taken off for saying a lot: BM25's k and b. */
const SATURATION = 0.9;
const LENGTH = 0.15;
/** A word tells sections apart when at least so many pages have it, and at most this share of all. */
const TELLING = { least: 2, share: 0.25 } as const;

/**
 * Collects what sentences are compared with, the sections and the terms of the glossary, and what each section is about.
 *
 * @param pages in the order of the index
 */
export function collectHints(
  pages: readonly PreparedPage[],
  entries: ContentEntries,
): { hints: Hints; files: BundleFile[] } {
  const sections = pages.flatMap(({ subjects }) => subjects);
  const sayings = turnRound([
    ...shareOut(sections.map(({ signs }) => signs)),
    ...shareOut(countTerms(entries)),
  ]);
  const packed = new Map([...sayings].map(([sign, saying]) => [sign, packSayings(saying)]));
  const signs = cutShards('signs', packed);
  const about = cutShards('about', tellAbout(sections, pages));
  const numbers = new Map(pages.map(({ page: { path } }, n) => [path, n]));
  return {
    hints: {
      sections: pages.map(({ subjects }) => subjects.map(({ position }) => position)),
      terms: (entries.glossary?.data ?? []).map(({ term }) => term),
      services: Object.fromEntries(
        entries.services.flatMap(({ id, data }) => {
          const page = numbers.get(paths.service(id));
          return page === undefined ? [] : [[page, data.shortName]];
        }),
      ),
      signs: signs.shards,
      about: about.shards,
    },
    files: [...signs.files, ...about.files],
  };
}

/** The terms of the glossary, by all that they are called and asked for. */
function countTerms({ services, glossary, searchHints }: ContentEntries): Counts[] {
  const names = new Map(services.map(({ id, data }) => [id, data.shortName]));
  const hints = searchHints.find(({ id }) => id === 'glossary')?.data ?? {};
  return (glossary?.data ?? []).map(({ id, term, definition, aliases, searchAliases, services: about }) =>
    countTerm([
      term,
      definition,
      ...aliases,
      ...searchAliases,
      ...(hints[id]?.asked ?? []),
      ...about.flatMap((service) => names.get(service) ?? []),
    ]),
  );
}

/** What each section is about, one word a line, by its number: what writers say, or else the word of its heading. */
function tellAbout(sections: readonly SectionSubject[], pages: readonly PreparedPage[]): Map<string, string> {
  const tells = createTopics(pages);
  return new Map(
    sections.flatMap(({ about, compounds }, n) => {
      const words = about.length > 0 ? about : tells(compounds);
      return words.length > 0 ? [[String(n), words.join('\n')]] : [];
    }),
  );
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

/** Which subjects say each sign, and how much. */
function turnRound(subjects: readonly ReadonlyMap<string, number>[]): Map<string, Map<number, number>> {
  const sayings = new Map<string, Map<number, number>>();
  for (const [subject, signs] of subjects.entries())
    for (const [sign, share] of signs) {
      const known = sayings.get(sign) ?? new Map<number, number>();
      sayings.set(sign, known.set(subject, share));
    }
  return sayings;
}

/** Finds the word that tells best what a section is about, if any: often in it, and on few other pages. */
function createTopics(pages: readonly PreparedPage[]): (compounds: Counts) => string[] {
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
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, 1)
      .map(([compound]) => compound);
}
