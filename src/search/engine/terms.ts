import { keyOf } from '../tokens/index.ts';
import type { Aliases } from './aliases.ts';

/** One thing that a page must say. */
export interface Term {
  readonly text: string;
  /** In quotation marks: these words and no others. */
  readonly quoted: boolean;
  /** The last one, which may still be being typed. */
  readonly open: boolean;
}

const QUOTED = /["“”]([^"“”]+)["“”]/g;
const BETWEEN_TERMS = /[\s,、。，．？！?!「」『』（）()]+/;
/** Words of a query that are looked up together: 「elastic load balancing」. */
const LONGEST_NAME = 4;

/**
 * Cuts a query into terms: quoted phrases, English names of several words, and single words.
 *
 * @param isName whether words belong together, given in their one spelling
 */
export async function cutTerms(query: string, isName: Aliases['isName']): Promise<Term[]> {
  const quoted: string[] = [];
  const rest = query.replace(QUOTED, (_, phrase: string) => {
    quoted.push(phrase);
    return ' ';
  });
  const words = await joinNames(
    rest.split(BETWEEN_TERMS).filter((word) => keyOf(word) !== ''),
    isName,
  );
  return [
    ...quoted.map((text) => ({ text, quoted: true, open: false })),
    ...words.map((text, i) => ({ text, quoted: false, open: i === words.length - 1 })),
  ];
}

/**
 * The words, those together that are one English name.
 *
 * @param isName whether words belong together, given in their one spelling
 */
export async function joinNames(words: readonly string[], isName: Aliases['isName']): Promise<string[]> {
  const isEnglishName = async (text: string) => /^[\x20-\x7e]+$/.test(text) && isName(keyOf(text));
  // How many words from each one on are a name: all are looked up at once, since each may need a file of its own.
  const lengths = await Promise.all(
    words.map(async (_, start) => {
      const ends = [...Array(LONGEST_NAME - 1).keys()].map((n) => LONGEST_NAME - n);
      const names = await Promise.all(
        ends.map(
          (length) =>
            start + length <= words.length && isEnglishName(words.slice(start, start + length).join(' ')),
        ),
      );
      return ends[names.indexOf(true)] ?? 1;
    }),
  );
  const joined: string[] = [];
  for (let start = 0; start < words.length;) {
    const end = start + (lengths[start] ?? 1);
    joined.push(words.slice(start, end).join(' '));
    start = end;
  }
  return joined;
}
