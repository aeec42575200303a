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
  return phrases
    .flatMap((phrase, n) =>
      tokens.flatMap((token, i): PhraseRange[] => {
        if (standsAt(phrase, tokens, i))
          return [{ start: token.start, end: tokens[i + phrase.length - 1]?.end ?? token.end, phrase: n }];
        return isMadeOf(text.slice(token.start, token.end), phrase) ? [{ ...rangeOf(token), phrase: n }] : [];
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

const rangeOf = ({ start, end }: Token): Range => ({ start, end });

const standsAt = ({ steps }: Phrase, tokens: readonly Token[], at: number): boolean =>
  steps.every(({ code, offset, prefix }) => {
    const found = tokens[at + offset]?.code;
    return prefix ? found?.startsWith(code) : found === code;
  });

/** Whether a compound word has the phrase among its parts: `CloudFormation` has `formation`. */
function isMadeOf(word: string, { steps }: Phrase): boolean {
  if (!/^[\x21-\x7e]+$/.test(word) || partsOf(word).length === 0) return false;
  const parts = tokenizeParts(word);
  return parts.some((_, i) =>
    steps.every(({ code, offset, prefix }) => {
      const part = parts[i + offset];
      return prefix ? part?.startsWith(code) : part === code;
    }),
  );
}

/** Cuts a text at the ranges. Ranges that touch become one; the segments together are the text. */
export function cutSegments(text: string, ranges: readonly Range[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  const add = (end: number, marked: boolean) => {
    if (end <= at) return;
    const last = segments.at(-1);
    if (last?.marked === marked) segments.splice(-1, 1, { text: last.text + text.slice(at, end), marked });
    else segments.push({ text: text.slice(at, end), marked });
    at = end;
  };
  for (const { start, end } of ranges) {
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return segments;
}
