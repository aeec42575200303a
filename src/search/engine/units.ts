import { cutRuns, normalize } from '../tokens/index.ts';

/**
 * Hiragana that stand between the words of a sentence, besides any two or more of them. A single other one belongs
 * to its word: 読み込み, 繰り返し.
 */
const PARTICLES = new Set('のをにでがはとへもやかな');
const HIRAGANA_OR_NOT = /[ぁ-ゖ]+|[^ぁ-ゖ]+/g;
const HIRAGANA = /^[ぁ-ゖ]/;
const TRAILING_HIRAGANA = /[ぁ-ゖ]+$/;

/**
 * The words of a sentence that carry its meaning: 「S3の署名付きURLを発行する方法」 has `S3`, 署名付き, `URL`, 発行, 方法.
 * Decided by kinds of letters alone, so it is the same everywhere.
 */
export function contentUnits(text: string): string[] {
  const normalized = normalize(text);
  const units = cutRuns(normalized).flatMap(({ kind, start, end }) =>
    kind === 'word' ? [normalized.cased.slice(start, end)] : cutSentence(normalized.text.slice(start, end)),
  );
  const distinct = [...new Set(units)];
  const long = distinct.filter((unit) => unit.length > 1 || /[a-z0-9]/i.test(unit));
  return long.length > 0 ? long : distinct;
}

function cutSentence(run: string): string[] {
  const units: string[] = [];
  let unit = '';
  const end = () => {
    if (unit) units.push(unit.replace(TRAILING_HIRAGANA, '') || unit);
    unit = '';
  };
  for (const piece of run.match(HIRAGANA_OR_NOT) ?? []) {
    const separates = HIRAGANA.test(piece) && (piece.length > 1 || PARTICLES.has(piece));
    if (separates) end();
    else unit += piece;
  }
  end();
  return units;
}

/** Katakana for what was typed in hiragana, before the input method converted it; undefined for anything else. */
export function toKatakana(text: string): string | undefined {
  if (!/^[ぁ-ゖー]{2,}$/.test(text)) return undefined;
  return text.replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));
}
