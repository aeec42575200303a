import { STEMS } from './stems.ts';

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

/**
 * Normalises a text for searching. The result depends on nothing but the text: no locale, no segmenter, no dictionary
 * of the browser. Folded are: width and compatibility forms, case, kinds of dashes, long vowels at the end of words,
 * ヴ, long エ (プレイス and プレース), and ・ and ／ between katakana.
 */
export function normalize(source: string): NormalizedText {
  return foldKana(composeForms(source));
}

/** A word before it was lower-cased: words like `CodeBuild` are cut where the case changes. */
export const casedWord = ({ source, offsets }: NormalizedText, start: number, end: number): string =>
  compose(source.slice(offsets[start], offsets[end]));

/**
 * Characters that NFKC leaves as they are (most of any Japanese text), or a single other one with the marks that NFKC
 * joins with it: combining ones, and half-width voiced ones.
 */
const PIECES = /([\x20-\x7eぁ-ゖァ-ヺー一-鿿、。]+)(?![\p{Mn}\uff9e\uff9f])|[^][\p{Mn}\uff9e\uff9f]*/gu;

const compose = (text: string): string => text.normalize('NFKC').replace(/[‐‑‒–—―−]/g, '-');

/** NFKC and lower case, piece by piece, so that offsets into the source survive. */
function composeForms(source: string): NormalizedText {
  let text = '';
  const offsets: number[] = [];
  for (const { 0: piece, 1: normal, index } of source.matchAll(PIECES)) {
    const lower = (normal ?? compose(piece)).toLowerCase();
    text += lower;
    for (let i = 0; i < lower.length; i += 1) offsets.push(normal === undefined ? index : index + i);
  }
  offsets.push(source.length);
  return { source, text, offsets };
}

const LONG_E = '(?<=[ェエケゲセゼテデネヘベペメレ])イー*';
const AFTER_THREE = '(?<=(?:[ァ-ヺー][・/]?){3})';
/**
 * What is written in more than one way in katakana. Dropped (the group): a long vowel, however often written, after one of
 * the stems, or at the end of a word of at least three other letters; signs between words. Folded: the イ of a long エ
 * (プレイス and プレース, フェイス and フェース), インタフェース, ヴ.
 */
const FOLDED = new RegExp(
  `((?=ー)(?<=${STEMS.join('|')})ー+|${AFTER_THREE}(?:ー+|${LONG_E})(?![ァ-ヺー])|(?<=[ァ-ヺー])[・/](?=[ァ-ヺ]))` +
    `|${LONG_E}|(?<=イン)タ(?=フェ)|ヴ[ァィェォ]?`,
  'g',
);
/** What stands for what is folded; a long エ is written as ー. */
const FORMS: Readonly<Record<string, string>> = {
  タ: 'ター',
  ヴ: 'ブ',
  ヴァ: 'バ',
  ヴィ: 'ビ',
  ヴェ: 'ベ',
  ヴォ: 'ボ',
};

function foldKana({ source, text, offsets }: NormalizedText): NormalizedText {
  const kept: number[][] = [];
  let at = 0;
  const folded = text.replace(FOLDED, (letters, dropped: string | undefined, index: number) => {
    const form = dropped === undefined ? (FORMS[letters] ?? 'ー') : '';
    kept.push(offsets.slice(at, index), Array<number>(form.length).fill(offsets[index] ?? 0));
    at = index + letters.length;
    return form;
  });
  kept.push(offsets.slice(at));
  return { source, text: folded, offsets: kept.flat() };
}
