import { casedWord, cutRuns, normalize } from '../tokens/index.ts';
import type { Aliases } from './aliases.ts';
import { joinNames } from './terms.ts';

/** A word of a sentence that carries meaning. */
export interface Unit {
  readonly text: string;
  /** A single character before the ending of a verb or an adjective: 消 of 消して. */
  readonly stem: boolean;
  /** How much of the meaning it carries, next to 1 for a noun. */
  readonly weight: number;
}

/**
 * Hiragana that stand between the words of a sentence, besides any two or more of them: particles, and what verbs end
 * with before a noun (消す方法). A single other one belongs to its word: 読み込み, 繰り返し.
 */
const BETWEEN = new Set('のをにでがはとへもやかなうくぐすつぬぶむる');
const HIRAGANA_OR_NOT = /[ぁ-ゖ]+|[^ぁ-ゖ]+/g;
const HIRAGANA = /^[ぁ-ゖ]/;
const TRAILING_HIRAGANA = /[ぁ-ゖ]+$/;
/** Hiragana after a character that is a word of its own, not the beginning of a verb. */
const AFTER_NOUN = /^[のをにでがはとへも]|^$/;
const KANJI = /^[一-鿿]$/;
/** Words that ask, and say nothing about what is asked for: 何秒, 〜する方法, 〜の場合. */
const FRAME = /^(?:何.?|誰|方法|方|手順|理由|原因|場合|時|際|前|後|中|仕方|教|知|思|言|必要|可能)$/;
const WEIGHT = { noun: 1, stem: 0.3, frame: 0.1 } as const;

/**
 * The words of a sentence that carry its meaning: 「S3の署名付きURLを発行する方法」 has `S3`, 署名付, `URL`, 発行 and, hardly, 方法.
 * Decided by kinds of letters alone, so it is the same everywhere.
 *
 * @param isName whether English words belong together, given in their one spelling
 */
export async function contentUnits(text: string, isName: Aliases['isName']): Promise<Unit[]> {
  const normalized = normalize(text);
  const cut = cutRuns(normalized).flatMap(({ kind, start, end }) =>
    kind === 'word'
      ? [{ text: casedWord(normalized, start, end), stem: false }]
      : cutSentence(normalized.text.slice(start, end)),
  );
  const stems = new Map(cut.map(({ text: word, stem }) => [word, stem]));
  const joined = await joinNames(
    cut.map((unit) => unit.text),
    isName,
  );
  const units = joined.map((word) => ({ text: word, stem: stems.get(word) ?? false }));
  const words = eachOnce(units).map((unit) => ({
    ...unit,
    weight: FRAME.test(unit.text) ? WEIGHT.frame : unit.stem ? WEIGHT.stem : WEIGHT.noun,
  }));
  const long = words.filter((unit) => unit.stem || unit.text.length > 1 || /[a-z0-9]/i.test(unit.text));
  return long.some(({ stem }) => !stem) ? long : words;
}

/** Each text once, as the last one says it. */
export const eachOnce = <T extends { readonly text: string }>(all: readonly T[]): T[] => [
  ...new Map(all.map((one) => [one.text, one])).values(),
];

/** What is left of a word's weight for all of its parts. */
const PARTS = 0.6;

/**
 * The words, and the parts of those that are compounds: 最大実行時間 has 最大, 実行 and 時間. Pages that say it in other
 * words have the parts.
 */
export function withParts(units: readonly Unit[]): Unit[] {
  const parts = units.flatMap(({ text, weight }) =>
    partsOf(text).map((part, _, all): Unit => ({
      text: part,
      stem: false,
      weight: (weight * PARTS) / all.length,
    })),
  );
  return eachOnce([...parts, ...units]);
}

const PART = /[一-鿿]{2}(?=(?:[一-鿿]{2})*(?![一-鿿]))|[一-鿿]{2,}|[ァ-ヺー]{2,}|[a-z0-9]{2,}/gi;

/** What a compound is made of, by kinds of letters, Chinese characters in pairs; nothing when it is one word. */
export const partsOf = (text: string): string[] =>
  (text.match(PART) ?? []).filter((part) => part.length < text.length);

function cutSentence(run: string): Omit<Unit, 'weight'>[] {
  const units: Omit<Unit, 'weight'>[] = [];
  let unit = '';
  const end = (after = '') => {
    const text = unit.replace(TRAILING_HIRAGANA, '') || unit;
    if (unit) units.push({ text, stem: KANJI.test(text) && !AFTER_NOUN.test(unit.slice(1) + after) });
    unit = '';
  };
  for (const piece of run.match(HIRAGANA_OR_NOT) ?? []) {
    const separates = HIRAGANA.test(piece) && (piece.length > 1 || BETWEEN.has(piece));
    if (separates) end(piece);
    else unit += piece;
  }
  end();
  return units;
}
