/**
 * Index words for characters. Pagefind must take each for one plain word: so they are lower-case letters only, begin
 * with a letter of their own (`ж`) and have nothing that Unicode normalisation, a stemmer or a word splitter would
 * change. Codes of characters are prefix-free, so all words that begin with one character begin with the same code.
 */
const LEAD = 'ж';
/** Ends every word that stands alone, so that no word is the beginning of another. Greater than any other letter used. */
export const END = 'ъ';

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
/** First letters for kana and kanji; none of them is `ж`, `щ` or `ъ`, or decomposes like `й`. */
const FIRST = `${LATIN}абвгдезиклмнопрст`;
/** Announces a character outside the two ranges below. */
const OTHER = 'щ';

/** The letters for one character, given by its code point. */
function encodeCharacter(point: number): string {
  const kana = point - 0x3000;
  if (kana >= 0 && kana < 0x100) return digits(kana, 3);
  const kanji = point - 0x3400 + 0x100;
  if (point >= 0x3400 && kanji < FIRST.length * 26 * 26) return digits(kanji, 3);
  return OTHER + digits(point, 5);
}

/** A number in base 26, in a fixed number of letters; the first letter may be of the longer alphabet. */
function digits(value: number, length: number): string {
  let rest = value;
  let letters = '';
  for (let i = 1; i < length; i += 1) {
    letters = LATIN.charAt(rest % 26) + letters;
    rest = Math.floor(rest / 26);
  }
  return FIRST.charAt(rest) + letters;
}

const encodeAll = (characters: string): string =>
  LEAD + [...characters].map((character) => encodeCharacter(character.codePointAt(0) ?? 0)).join('');

/** The index word for two neighbouring characters. */
export const encodePair = (pair: string): string => encodeAll(pair);

/** The index word for the last character of a run. */
export const encodeLast = (character: string): string => encodeAll(character) + END;

/** The index word for a whole ASCII word. */
export const encodeWord = (word: string): string => word + END;

/** What all index words begin with that hold this character before kana: 消 of 消す, 消した, 消さない. */
export const encodeStem = (character: string): string => encodeAll(character) + FIRST.charAt(0);
