import { cutSegments, findRanges, joinAlike, type PhraseRange } from './segments.ts';
import type { Phrase } from './phrase.ts';
import type { Segment } from './types.ts';

/** Characters of an excerpt, and those of them that may stand before the first marked word. */
const LENGTH = 110;
const BEFORE = 24;
const SENTENCE_END = /[。．.!?！？]\s*/g;
/** The part before a cut, and the part after it, of a word in letters or katakana. */
const WORD_BEFORE = /\w{1,20}$|[ァ-ヶー]{1,20}$/;
const WORD_AFTER = /^[\wァ-ヶー]/;

/** What of a section answers the query: its best stretch of text, and how good that is. */
export interface Excerpt {
  readonly segments: readonly Segment[];
  /** What the phrases in the stretch are worth together. */
  readonly worth: number;
}

/** What some phrases are worth together, given by their numbers, and the others by what stands at a position. */
export type Weigh = (phrases: ReadonlySet<number>, at?: number) => number;

/**
 * Cuts the stretch with most of the phrases out of a section's blocks, in their own spelling; the beginning of the
 * section when no phrase is in it. Left-out text shows as …
 */
export function excerptOf(
  blocks: readonly string[],
  phrases: readonly Phrase[],
  weigh: Weigh = ({ size }) => size,
): Excerpt {
  const stretches = blocks.map((text, i) => ({ i, ...bestStretch(text, findRanges(text, phrases), weigh) }));
  const best = stretches.toSorted((a, b) => b.worth - a.worth || b.count - a.count)[0];
  if (!best) return { segments: [], worth: 0 };
  const segments = [...cutStretch(blocks[best.i] ?? '', best.start, best.ranges)];
  // Short blocks, like cells of a table, say little alone: the next ones follow.
  let length = segments.reduce((sum, { text }) => sum + text.length, 0);
  for (let i = best.i + 1; i < blocks.length && length < LENGTH / 2; i += 1) {
    const text = blocks[i] ?? '';
    segments.push({ text: ' … ', marked: false }, ...cutStretch(text, 0, findRanges(text, phrases)));
    length += text.length;
  }
  return { segments: joinAlike(segments), worth: best.worth };
}

interface Stretch {
  readonly start: number;
  readonly ranges: readonly PhraseRange[];
  readonly worth: number;
  readonly count: number;
}

function bestStretch(text: string, ranges: readonly PhraseRange[], weigh: Weigh): Stretch {
  let best: Stretch = { start: 0, ranges, worth: 0, count: 0 };
  for (const { start } of ranges) {
    const inside = ranges.filter((range) => range.start >= start && range.end <= start + LENGTH - BEFORE);
    const worth = weigh(new Set(inside.map(({ phrase }) => phrase)));
    if (worth > best.worth || (worth === best.worth && inside.length > best.count))
      best = { start: beginBefore(text, start), ranges, worth, count: inside.length };
  }
  return best;
}

/** Where to begin so that a marked word comes soon: at its sentence when that is near, or a little before. */
function beginBefore(text: string, marked: number): number {
  if (marked <= BEFORE) return 0;
  const ends = [...text.slice(0, marked).matchAll(SENTENCE_END)].map(
    ({ 0: end, index }) => index + end.length,
  );
  const sentence = ends.at(-1) ?? 0;
  return marked - sentence <= BEFORE ? sentence : wholeWord(text, wholeCharacter(text, marked - BEFORE));
}

/** The offset, or the beginning of the word that it would cut. */
function wholeWord(text: string, at: number): number {
  if (!WORD_AFTER.test(text.slice(at))) return at;
  return at - (WORD_BEFORE.exec(text.slice(0, at))?.[0].length ?? 0);
}

function cutStretch(text: string, start: number, ranges: readonly PhraseRange[]): Segment[] {
  const end = wholeCharacter(text, Math.min(text.length, start + LENGTH));
  const inside = ranges
    .filter((range) => range.end > start && range.start < end)
    .map((range) => ({ start: Math.max(start, range.start) - start, end: Math.min(end, range.end) - start }));
  return [
    ...(start > 0 ? [{ text: '…', marked: false }] : []),
    ...cutSegments(text.slice(start, end), inside),
    ...(end < text.length ? [{ text: '…', marked: false }] : []),
  ];
}

/** An offset that does not cut a surrogate pair. */
const wholeCharacter = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
