import { keyOf } from './terms.ts';

/** Words that mean the same. */
export interface Aliases {
  isName(key: string): boolean;
  /** Other words for this one. */
  expand(text: string): readonly Alias[];
  /** Other words for all words that begin like this one. */
  expandPrefix(text: string): readonly string[];
  /** The parts of a text that are words of their own, longest first, and what is between them. */
  split(text: string): readonly string[];
}

export interface Alias {
  readonly text: string;
  /** How much a page with this word counts, next to one with the word that was typed. */
  readonly factor: number;
}

const ASCII = /^[\x20-\x7e]+$/;
const SHORTEST_PREFIX = 4;
const SPLIT = { whole: 5, part: 3 } as const;
const KATAKANA_OR_KANJI = /[ァ-ヺ\u3400-\u9fff]/;

/** English for a Japanese word says the least about what a Japanese reader wants; names are nearly as good as typed. */
const factorOf = (typed: string, other: string): number =>
  ASCII.test(typed) ? (ASCII.test(other) ? 0.8 : 0.9) : ASCII.test(other) ? 0.35 : 0.8;

/** @param groups words in their one spelling (`keyOf`) */
export function createAliases(groups: readonly (readonly string[])[]): Aliases {
  const groupsOf = new Map<string, (readonly string[])[]>();
  for (const group of groups)
    for (const word of group) groupsOf.set(word, [...(groupsOf.get(word) ?? []), group]);
  const others = (key: string) =>
    new Set((groupsOf.get(key) ?? []).flat().filter((word) => !word.includes(key) && !key.includes(word)));
  const keys = [...groupsOf.keys()];

  const split = (text: string): readonly string[] => {
    const key = keyOf(text);
    if (key.length < SPLIT.whole || !KATAKANA_OR_KANJI.test(key) || groupsOf.has(key)) return [text];
    const inside = keys
      .filter(
        (k) =>
          k.length >= SPLIT.part && k.length < key.length && key.includes(k) && KATAKANA_OR_KANJI.test(k),
      )
      .sort((a, b) => b.length - a.length)[0];
    if (inside === undefined) return [text];
    const at = key.indexOf(inside);
    const rest = [key.slice(0, at), key.slice(at + inside.length)].map((part) =>
      part.length > 1 ? split(part) : [],
    );
    return [...(rest[0] ?? []), inside, ...(rest[1] ?? [])];
  };
  return {
    isName: (key) => groupsOf.has(key),
    expand(text) {
      const key = keyOf(text);
      return [...others(key)].map((other) => ({ text: other, factor: factorOf(key, other) }));
    },
    expandPrefix(text) {
      const key = keyOf(text);
      if (key.length < SHORTEST_PREFIX) return [];
      const longer = keys.filter((k) => k !== key && k.startsWith(key));
      return [...new Set(longer.flatMap((k) => [...others(k)]))];
    },
    split,
  };
}
