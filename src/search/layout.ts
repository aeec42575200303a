/**
 * What the index builder and the browser must agree on besides the tokens. A change of either, or of the tokens,
 * needs a new `FORMAT`: a page that is still open must not read an index of another kind.
 */
export const FORMAT = 11;

/** Below the site's base. */
export const BUNDLE = 'pagefind/';
/** The one file of the bundle that keeps its name: the catalogue, which names all others. */
export const ENTRY_FILE = 'pagefind-entry.json';

/** A sorted dictionary that is cut into files, of which who looks up a word loads one. */
export interface Shards {
  /** Part of the name of each file; changes with any of them. */
  readonly release: string;
  /** What each file begins with, in order: `packWords`. */
  readonly begin: string;
}

/** What is looked up besides the index: by words of the one spelling, by signs, or by the number of a subject. */
export type JsonRoom = 'aliases' | 'vocabulary' | 'signs' | 'about';

export const shardFile = (room: 'index' | JsonRoom, { release }: Shards, n: number): string =>
  `${room}/${n}_${release}.${room === 'index' ? 'pf_index' : 'json'}`;

/** A file of a dictionary that is none of the index. */
export type ShardContent<V extends string | number> = Readonly<Record<string, V>>;

/**
 * What a sentence may be about: the sections, page by page, and after them the terms of the glossary. Both are subjects,
 * numbered from 0 in this order.
 */
export interface Hints {
  /** By page number: where its sections begin in the index. */
  readonly sections: readonly (readonly number[])[];
  readonly terms: readonly string[];
  /** What the services are called, by the number of their page. */
  readonly services: Readonly<Record<number, string>>;
  /** The subjects that say each sign: `packSayings`. */
  readonly signs: Shards;
  /** What a section is about, by the number of the subject, in words, the most important first: one a line. */
  readonly about: Shards;
}

/**
 * What there is: the pages by number, and what is looked up for each query. Takes the place of Pagefind's own list,
 * which names each page and each file by itself.
 */
export interface Catalogue {
  readonly format: number;
  /** Pages of one kind and category, with a digest of all their texts. */
  readonly groups: readonly (readonly [texts: string, kind: string, category?: string])[];
  /** By page number: the number of its group. */
  readonly pages: readonly number[];
  readonly index: Shards;
  /** Other words for a word: `packAliases`. */
  readonly aliases: Shards;
  /** Words that a misspelt one may have meant, with the number of pages that have each. */
  readonly vocabulary: Shards;
  /** Compounds that are also written without their hiragana. */
  readonly okurigana: readonly string[];
  /** Name of the file with the hints. */
  readonly hints: string;
}

/** Positions of the index for which one file holds the text to show. */
export const WINDOW = 768;

/**
 * The file with the text of a page around the positions from `window * WINDOW` on.
 *
 * @param page the digest of its group, and its number among the pages of the group: `0a1b2c3d4e-7`
 */
export const textFile = (page: string, window: number): string => `text/${page}-${window}.json`;

/** A text file: one stretch of a page. */
export interface TextWindow {
  readonly path: string;
  readonly title: string;
  readonly breadcrumb: readonly string[];
  readonly sections: readonly TextSection[];
}

export interface TextSection {
  /** The position where it begins. */
  readonly at: number;
  readonly id?: string;
  readonly heading?: string;
  readonly blocks: readonly string[];
}

/**
 * Weights by which words of titles and headings are told from the rest: Pagefind stores one with each position, in
 * steps of 1/24 up to 10; here in those steps, and even. Longer titles weigh a little less, so that a page is found first
 * by all of its name. One step less, and so odd, is the weight of what begins inside a katakana word: コード is found in
 * レコード, but it is another word.
 */
export const WEIGHTS = { title: 240, heading: 120, body: 24 } as const;
/** The least weights that titles and headings have, however long they are. */
export const LEAST = { title: 168, heading: 60 } as const;
/** What each word of a title or a heading takes off its weight. */
export const PER_WORD = 2;
/** What each level of a heading below the second takes off its weight. */
export const PER_LEVEL = 12;
/** What beginning inside a katakana word takes off the weight. */
export const WITHIN = 1;

/** Whether a word with this weight begins inside a katakana word. */
export const isWithin = (weight: number): boolean => weight % 2 > 0;
/** The weight of the block where a word with this weight stands. */
export const blockWeight = (weight: number): number => weight + (weight % 2) * WITHIN;
