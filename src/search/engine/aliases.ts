import { ASCII, LATIN, unpackOtherWords, type OtherWord } from '../other-words.ts';
import { keyOf } from '../tokens/index.ts';
import type { Dictionary } from './shards.ts';

/** Another word for what was typed. */
export interface Alias extends OtherWord {
  /** How much a page with this word counts, next to one with the word that was typed. */
  readonly factor: number;
}

/** Words that mean the same. All are looked up in their one spelling. */
export interface Aliases {
  /** Whether there are other words for this one, given in its one spelling. */
  isName(key: string): Promise<boolean>;
  /** Other words for this one. */
  expand(text: string): Promise<readonly Alias[]>;
  /** Other words for all words that begin like this one. */
  expandPrefix(text: string): Promise<readonly Alias[]>;
  /** The words that have others and begin so. */
  startingWith(beginning: string): Promise<readonly string[]>;
}

const SHORTEST_PREFIX = 4;

/**
 * Short names and English are typed for want of anything shorter, and other words for them are as welcome. Who types a
 * word in nothing but Japanese means that word: pages with another one come after all pages that have it.
 */
const ASCII_FOR_ASCII = 0.8;
const JAPANESE_FOR_ASCII = 0.9;
const ANY_FOR_JAPANESE = 0.12;

const factorOf = (typed: string, other: string): number => {
  if (LATIN.test(typed)) return ASCII.test(other) ? ASCII_FOR_ASCII : JAPANESE_FOR_ASCII;
  return ANY_FOR_JAPANESE;
};

/** English in its plural in its singular (`policies` is `policy`); anything else as it is. */
const toSingular = (key: string): string =>
  key.replace(/(?<=[a-z]{2})ies$/, 'y').replace(/(?<=[a-z]{3})s$/, '');

const toAliases = (word: string, packed: string): Alias[] =>
  unpackOtherWords(packed).map((other) => ({ ...other, factor: factorOf(word, other.text) }));

/** @param others the other words for each word: `packOtherWords` */
export function createAliases(others: Dictionary<string>): Aliases {
  const find = async (key: string) => (await others.get(key)) ?? (await others.get(toSingular(key)));
  return {
    isName: async (key) => (await find(key)) !== undefined,
    async expand(text) {
      const key = keyOf(text);
      return toAliases(key, (await find(key)) ?? '');
    },
    async expandPrefix(text) {
      const key = keyOf(text);
      if (key.length < SHORTEST_PREFIX) return [];
      const longer = (await others.startingWith(key)).filter(([word]) => word !== key);
      const found = longer.flatMap(([word, packed]) => toAliases(word, packed));
      // Of a service only its own names: what else it is called would be too much to look up with each letter.
      const apt = found.filter((alias) => alias.apt || !alias.name);
      return [...new Map(apt.map((alias) => [alias.text, alias])).values()];
    },
    startingWith: async (beginning) => (await others.startingWith(beginning)).map(([word]) => word),
  };
}
