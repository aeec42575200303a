import { loadDefaultJapaneseParser } from 'budoux';

const parser = loadDefaultJapaneseParser();

/** Japanese text, any script. */
const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Cuts Japanese text where a line may end without tearing a phrase apart. Joined, the pieces are the text again.
 * https://github.com/google/budoux
 */
export const splitPhrases = (text: string): string[] => (JAPANESE.test(text) ? parser.parse(text) : [text]);
