import { keyOf } from '../tokens/index.ts';
import { stemOf } from './phrase.ts';

/** Groups of words that mean the same, as the build derives them. */
export interface AliasGroups {
  /** For each service its own names, and what else people type for it: short forms, old names, parts of it. */
  readonly names: readonly (readonly [heads: readonly string[], others: readonly string[]])[];
  /** Other ways to say one thing. */
  readonly words: readonly (readonly string[])[];
}

/** Another word for what was typed. */
export interface Alias {
  readonly text: string;
  /** How much a page with this word counts, next to one with the word that was typed. */
  readonly factor: number;
  /** A name of the same service: a page with it has what was asked for, and not something near it. */
  readonly name: boolean;
  /** Worth looking up although the typed word itself is found. */
  readonly apt: boolean;
  /** Not a form of the typed Japanese word, only one that means the same. */
  readonly synonym: boolean;
}

export interface Aliases {
  isName(key: string): boolean;
  /** Other words for this one. */
  expand(text: string): readonly Alias[];
  /** Other words for all words that begin like this one. */
  expandPrefix(text: string): readonly Alias[];
  /** All words that have others, in their one spelling. */
  readonly keys: readonly string[];
}

const ASCII = /^[\x20-\x7e]+$/;
/** In a name of two scripts (DynamoDB ストリーム), the Latin letters say what is meant. */
const LATIN = /[a-z]/;
const SHORTEST_PREFIX = 4;

/** Under what other words for a verb are found, whatever its ending. */
export const stemKey = (character: string): string => `${character}~`;

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

/** Whether both are forms of one word: オートスケーリング and オートスケール begin alike for most of their letters. */
function isForm(a: string, b: string): boolean {
  let alike = 0;
  while (alike < a.length && a[alike] === b[alike]) alike += 1;
  return alike * 3 >= Math.min(a.length, b.length) * 2;
}

/** English in its plural in its singular (`policies` is `policy`); anything else as it is. */
const toSingular = (key: string): string =>
  key.replace(/(?<=[a-z]{2})ies$/, 'y').replace(/(?<=[a-z]{3})s$/, '');

export function createAliases({ names, words }: AliasGroups): Aliases {
  const others = new Map<string, Map<string, Alias>>();
  const add = (word: string, text: string, { name, apt }: Pick<Alias, 'name' | 'apt'>) => {
    const known = others.get(word) ?? new Map<string, Alias>();
    others.set(word, known);
    if (text.includes(word) || word.includes(text)) return;
    known.set(text, {
      text,
      factor: factorOf(word, text),
      name,
      apt: apt || known.get(text)?.apt === true,
      synonym: !LATIN.test(word) && !isForm(word, text),
    });
  };
  for (const group of words)
    for (const word of group)
      for (const text of group) {
        add(word, text, { name: false, apt: ASCII.test(word) });
        const stem = stemOf(word);
        if (stem !== undefined && text !== word) add(stemKey(stem), text, { name: false, apt: true });
      }
  for (const [heads, rest] of names)
    for (const word of [...heads, ...rest])
      for (const text of [...heads, ...rest])
        add(word, text, { name: true, apt: heads.includes(text) && !heads.includes(word) });
  const keys = [...others.keys()];
  const othersFor = (key: string) => others.get(key) ?? others.get(toSingular(key));
  return {
    isName: (key) => othersFor(key) !== undefined,
    expand: (text) => [...(othersFor(keyOf(text))?.values() ?? [])],
    expandPrefix(text) {
      const key = keyOf(text);
      if (key.length < SHORTEST_PREFIX) return [];
      const longer = keys.filter((k) => k !== key && k.startsWith(key));
      const found = longer.flatMap((k) => [...(others.get(k)?.values() ?? [])]);
      // Of a service only its own names: what else it is called would be too much to look up with each letter.
      const apt = found.filter((alias) => alias.apt || !alias.name);
      return [...new Map(apt.map((alias) => [alias.text, alias])).values()];
    },
    keys,
  };
}
