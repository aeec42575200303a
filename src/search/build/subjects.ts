import { TOP_OF_PAGE, type SearchHints } from '../../schema/index.ts';
import { MARKED, type SearchPage, type SearchSection } from '../pages/search-page.ts';
import { signsOf } from '../signs.ts';
import { normalize } from '../tokens/index.ts';

/** Words with how much is said of each. */
export type Counts = readonly (readonly [word: string, count: number])[];

/** A section, as sentences are compared with it. */
export interface SectionSubject {
  /** Of the index, where it begins. */
  readonly position: number;
  readonly signs: Counts;
  /** What writers say that it is about, the most important first. */
  readonly about: readonly string[];
  /** The compounds of its heading, and how often it says each; none that only names the page. */
  readonly compounds: Counts;
}

interface Worth {
  /** What it counts to say a sign once. */
  readonly each: number;
  /** How often it counts at most. */
  readonly most: number;
}

/** What a sign is worth in each place: where a section, or a term, is said in several ways; in headings; in the text. */
const WORTH = {
  saying: { each: 1, most: 3 },
  heading: { each: 2, most: 1 },
  subheading: { each: 0.5, most: 2 },
  title: { each: 0.5, most: 1 },
  text: { each: 0.4, most: 1 },
} as const satisfies Record<string, Worth>;

/** The compound of a heading is what all of its section is about: it counts as often as so many sentences. */
const IN_HEADING = 4;
const IN_SUBHEADING = 2;

/** A term of the glossary, by the texts that say what it is. */
export const countTerm = (texts: readonly string[]): Counts => count(texts, WORTH.saying);

/**
 * What a sentence may be about on a page: each section, with all that stands below its heading.
 *
 * @param starts of the index, where each section begins; by the number of the section
 */
export function listSubjects(
  page: SearchPage,
  starts: readonly number[],
  hints: SearchHints,
): SectionSubject[] {
  return page.sections.flatMap((section, n) => {
    const { asked = [], about = [] } = hints[section.id ?? TOP_OF_PAGE] ?? {};
    const sayings = [...section.questions, ...asked];
    if (section.level === MARKED || (section.heading === undefined && sayings.length === 0)) return [];
    const below = sectionsBelow(page.sections, n);
    const heading = section.heading ?? page.title;
    const subheadings = below.flatMap((one) => one.heading ?? []);
    const blocks = [section, ...below].flatMap((one) => one.blocks);
    const named = new Set(compoundsOf(heading));
    const names = page.kind === 'service' ? normalize(page.title).text : '';
    return {
      position: starts[n] ?? 0,
      signs: add([
        count(sayings, WORTH.saying),
        count([heading], WORTH.heading),
        count([page.title], WORTH.title),
        count(subheadings, WORTH.subheading),
        count(blocks, WORTH.text),
      ]),
      about,
      compounds: add([
        [...named].map((compound) => [compound, IN_HEADING]),
        subheadings.flatMap(compoundsOf).map((compound) => [compound, IN_SUBHEADING]),
        blocks.flatMap(compoundsOf).map((compound) => [compound, 1]),
      ]).filter(([compound]) => named.has(compound) && !names.includes(compound)),
    };
  });
}

/** The sections under the heading of one. */
function sectionsBelow(sections: readonly SearchSection[], n: number): readonly SearchSection[] {
  const level = sections[n]?.level ?? 0;
  const end = sections.findIndex((section, i) => i > n && section.level <= level);
  return sections.slice(n + 1, end < 0 ? undefined : end);
}

/** Each compound of a page once. */
export const listCompounds = ({ title, sections }: SearchPage): string[] => [
  ...new Set(
    [title, ...sections.flatMap(({ heading, blocks }) => [heading ?? '', ...blocks])].flatMap(compoundsOf),
  ),
];

/** Up to three ASCII words in a row; katakana, Chinese characters and what is written together with them. */
const COMPOUND = /[a-z][a-z0-9.-]*(?: [a-z][a-z0-9.-]*){0,2}|[ァ-ヺー一-鿿々0-9][ァ-ヺー一-鿿々a-z0-9.-]*/g;
/** Numbers, and common words of one or two Chinese characters. */
const TELLS_NOTHING = /^(?:.|[0-9.-]+|[一-鿿]{1,2})$/;

/** What names a thing: `run command`, 変更セット, ライフサイクルポリシ. Decided by kinds of letters alone. */
export const compoundsOf = (text: string): string[] =>
  (normalize(text).text.match(COMPOUND) ?? [])
    .map((compound) => compound.replace(/[.-]+$/, ''))
    .filter((compound) => !TELLS_NOTHING.test(compound));

function count(texts: readonly string[], { each, most }: Worth): Counts {
  const times = add(texts.map((text) => signsOf(text).map((sign) => [sign, 1])));
  return times.map(([sign, n]) => [sign, each * Math.min(n, most)]);
}

function add(all: readonly Counts[]): Counts {
  const sum = new Map<string, number>();
  for (const [word, n] of all.flat()) sum.set(word, (sum.get(word) ?? 0) + n);
  return [...sum];
}
