import { keyOf } from '../tokens/index.ts';

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
export function cutTerms(query: string, isName: (key: string) => boolean): Term[] {
  const quoted: string[] = [];
  const rest = query.replace(QUOTED, (_, phrase: string) => {
    quoted.push(phrase);
    return ' ';
  });
  const words = joinNames(
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
export function joinNames(words: readonly string[], isName: (key: string) => boolean): string[] {
  const isEnglishName = (text: string) => /^[\x20-\x7e]+$/.test(text) && isName(keyOf(text));
  const joined: string[] = [];
  for (let start = 0, end; start < words.length; start = end) {
    end = Math.min(words.length, start + LONGEST_NAME);
    while (end > start + 1 && !isEnglishName(words.slice(start, end).join(' '))) end -= 1;
    joined.push(words.slice(start, end).join(' '));
  }
  return joined;
}

/** Katakana for what was typed in hiragana, before the input method converted it; undefined for anything else. */
export function toKatakana(text: string): string | undefined {
  if (!/^[ぁ-ゖー]{2,}$/.test(text)) return undefined;
  return text.replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));
}
