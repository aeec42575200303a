import { loadDefaultJapaneseParser } from 'budoux';

const parser = loadDefaultJapaneseParser();

/** Japanese text, any script. */
const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Between two phrases while they are cut; no text holds it. */
const CUT = '\0';

/** Signs that no line begins with, just after a cut; and signs that no line ends with, just before one. */
const CLOSING = /\0([、。，．・：；！？:;!?）」』】〉》]+)/g;
const OPENING = /([（「『【〈《]+)\0/g;

/** A space at which no line ends: no cut beside it. */
const BOUND = /\0?(\u00a0)\0?/g;

/**
 * Cuts Japanese text where a line may end without tearing a phrase apart. Joined, the pieces are the text again.
 * https://github.com/google/budoux
 */
export function splitPhrases(text: string): string[] {
  if (!JAPANESE.test(text)) return [text];
  const cut = parser
    .parse(text)
    .join(CUT)
    .replace(CLOSING, `$1${CUT}`)
    .replace(OPENING, `${CUT}$1`)
    .replace(BOUND, '$1');
  return cut.split(CUT).filter((phrase) => phrase !== '');
}
