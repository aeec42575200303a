import { endsWithStem } from './stems.ts';

/** A text in the form in which spellings are compared, and where each of its characters came from. */
export interface NormalizedText {
  readonly source: string;
  /** UTF-16 units; NFKC, lower case, kana folded. */
  readonly text: string;
  /** For each unit the offset in the source at which its character begins; one more for the end of the source. */
  readonly offsets: readonly number[];
}

/**
 * The one spelling by which names and words are compared: normalised, with single spaces, and none next to Japanese
 * (`NAT ゲートウェイ` is `natゲートウェイ`).
 */
export const keyOf = (text: string): string =>
  normalize(text)
    .text.replace(/\s+/g, ' ')
    .replace(/ (?=[^\x20-\x7e])|(?<=[^\x20-\x7e]) /g, '')
    .trim();

/** Marks that NFKC joins with the character before them: half-width and combining voiced marks. */
const FIRST_MARK = 0x300;
const JOINS_PREVIOUS = /[\u3099\u309a\uff9e\uff9f]|\p{Mn}/u;
/** Single characters that NFKC leaves as they are: most of any Japanese text. */
const ALREADY_NORMAL = /^[\x20-\x7eぁ-ゖァ-ヺー一-鿿、。]$/;
const DASHES = /[‐‑‒–—―−]/g;

/**
 * Normalises a text for searching. The result depends on nothing but the text: no locale, no segmenter, no dictionary
 * of the browser. Folded are: width and compatibility forms, case, kinds of dashes, long vowels at the end of words,
 * ヴ, フェイス and フェース, and ・ and ／ between katakana.
 */
export function normalize(source: string): NormalizedText {
  return foldKana(composeForms(source));
}

/** A word before it was lower-cased: words like `CodeBuild` are cut where the case changes. */
export const casedWord = ({ source, offsets }: NormalizedText, start: number, end: number): string =>
  compose(source.slice(offsets[start], offsets[end]));

const compose = (text: string): string => text.normalize('NFKC').replace(DASHES, '-');

/** NFKC and lower case, one cluster at a time, so that offsets into the source survive. */
function composeForms(source: string): NormalizedText {
  let text = '';
  const offsets: number[] = [];
  for (let start = 0, end; start < source.length; start = end) {
    end = start + ((source.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
    while (source.charCodeAt(end) >= FIRST_MARK && JOINS_PREVIOUS.test(source.charAt(end))) end += 1;
    const cluster = source.slice(start, end);
    const form = ALREADY_NORMAL.test(cluster) ? cluster : compose(cluster);
    const lower = form.toLowerCase();
    text += lower;
    for (let i = 0; i < lower.length; i += 1) offsets.push(start);
  }
  offsets.push(source.length);
  return { source, text, offsets };
}

const KATAKANA = /[ァ-ヺ]/;
const KATAKANA_OR_LONG = /[ァ-ヺー]/;
const VU: Readonly<Record<string, string>> = { ァ: 'バ', ィ: 'ビ', ェ: 'ベ', ォ: 'ボ' };
/** A word of at least this many katakana loses a long vowel at its end, whether it is a known stem or not. */
const LONG_WORD = 4;
/** A long vowel, however often written, at the end of a katakana word. */
const ENDS_LONG = /^ー+(?![ァ-ヺー])/;

function foldKana({ source, text, offsets }: NormalizedText): NormalizedText {
  let folded = '';
  const kept: number[] = [];
  const keep = (at: number, letters = text.charAt(at)) => {
    folded += letters;
    for (let i = 0; i < letters.length; i += 1) kept.push(offsets[at] ?? 0);
  };
  for (let i = 0, run = 0; i < text.length; i += 1) {
    const letter = text.charAt(i);
    const next = text.charAt(i + 1);
    const inRun = KATAKANA_OR_LONG.test(letter);
    if (letter === 'ー' && (endsWithStem(folded) || (run >= LONG_WORD - 1 && ENDS_LONG.test(text.slice(i)))))
      run += 1;
    else if (letter === 'イ' && folded.endsWith('フェ') && next === 'ス') keep(i, 'ー');
    else if (letter === 'タ' && folded.endsWith('イン') && text.startsWith('フェ', i + 1)) keep(i, 'ター');
    else if (letter === 'ヴ') {
      const syllable = VU[next];
      keep(i, syllable ?? 'ブ');
      if (syllable) i += 1;
    } else if (
      (letter === '・' || letter === '/') &&
      KATAKANA_OR_LONG.test(folded.slice(-1)) &&
      KATAKANA.test(next)
    )
      continue;
    else keep(i);
    run = inRun ? run + 1 : 0;
  }
  kept.push(offsets.at(-1) ?? 0);
  return { source, text: folded, offsets: kept };
}
