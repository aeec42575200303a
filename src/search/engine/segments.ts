import { partsOf, tokenize, tokenizeParts, type Token } from '../tokens/index.ts';
import type { Phrase } from './phrase.ts';
import type { Segment } from './types.ts';

/** A stretch of a text, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A place where a phrase stands in a text. */
export interface PhraseRange extends Range {
  /** Number of the phrase. */
  readonly phrase: number;
}

/** Where phrases stand in a text, in the order of the text. Found by the tokens that the index was built from. */
export function findRanges(text: string, phrases: readonly Phrase[]): PhraseRange[] {
  const tokens = tokensOf(text);
  const codes = tokens.map(({ code }) => code);
  return phrases
    .flatMap((phrase, n) =>
      tokens.flatMap((token, i): PhraseRange[] => {
        const { start, end } = token;
        if (standsAt(phrase, codes, i))
          return [{ start, end: (tokens[i + phrase.length - 1] ?? token).end, phrase: n }];
        return isMadeOf(text.slice(start, end), phrase) ? [{ start, end, phrase: n }] : [];
      }),
    )
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** While a reader types, the same texts are looked at again and again. */
const known = new Map<string, readonly Token[]>();
const MOST_KNOWN = 5000;

function tokensOf(text: string): readonly Token[] {
  const tokens = known.get(text) ?? tokenize(text);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, tokens);
  return tokens;
}

const standsAt = ({ steps }: Phrase, codes: readonly string[], at: number): boolean =>
  steps.every(({ code, offset, prefix }) => {
    const found = codes[at + offset];
    return prefix ? found?.startsWith(code) : found === code;
  });

/** Whether a compound word has the phrase among its parts: `CloudFormation` has `formation`. */
function isMadeOf(word: string, phrase: Phrase): boolean {
  if (!/^[\x21-\x7e]+$/.test(word) || partsOf(word).length === 0) return false;
  const parts = tokenizeParts(word);
  return parts.some((_, i) => standsAt(phrase, parts, i));
}

/** Cuts a text at the ranges. Ranges that touch become one; the segments together are the text. */
export function cutSegments(text: string, ranges: readonly Range[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  const add = (end: number, marked: boolean) => {
    segments.push({ text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  for (const { start, end } of ranges) {
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return joinAlike(segments);
}

/** Neighbours that are marked alike become one; empty ones go. */
export function joinAlike(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const { text, marked } of segments) {
    const last = joined.at(-1);
    if (last?.marked === marked) joined.splice(-1, 1, { text: last.text + text, marked });
    else if (text) joined.push({ text, marked });
  }
  return joined;
}
