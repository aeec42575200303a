import type { Dropped, Range, RawNote } from './dialects/dialect.ts';

/**
 * Where the characters of a note went. Spaces, ASCII punctuation and parentheses do not count: Markdown is made of them,
 * and parentheses are put around what moves into a sentence.
 */
export interface Account {
  readonly kept: number;
  readonly dropped: number;
  readonly lost: number;
  /** What was lost, by line. */
  readonly losses: readonly { readonly line: number; readonly text: string }[];
}

/** All words of a file that was written of a note, as the site's parser reads them. */
export interface Written {
  readonly words: string;
}

const UNCOUNTED = /[\s\p{C}\p{Variation_Selector}（）\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e]/gu;

const countedOf = (text: string): string => text.replace(UNCOUNTED, '');

const wordsOf = (text: string): string[] => text.split(UNCOUNTED).filter((word) => word !== '');

/** A word of the note with its neighbours on its line. */
interface Word {
  readonly text: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/**
 * Balances what a note said against what was written, without knowing how it was parsed or where it went: every word
 * that is neither markup nor dropped has to be written as often as the note has it.
 *
 * Long lines that were written as they are come first, then words; of what is left, a word is lost as often as the
 * note holds it, inside longer words too, and the files do not. A word that was written is never lost by that: however
 * its line was cut or joined, the files hold it as often as the note.
 */
export function balance(
  { text, lines }: RawNote,
  marks: readonly Range[],
  dropped: readonly Dropped[],
  written: readonly Written[],
): Account {
  const said = linesOutside(text, lines, joinRanges([...marks, ...dropped]));
  const wrote = written.flatMap(({ words }) => words.split('\n'));
  const [saidLines, wroteLines] = strike(said, wrote, ({ runs }) => keyOfLine(runs.join('')), keyOfLine);
  const byContext = strike(
    saidLines.flatMap(wordsOfLine),
    wroteLines.flatMap((line) => wordsOfLine({ line: 0, runs: [line] })),
    contextOf,
    contextOf,
  );
  const [saidWords, wroteWords] = strike(...byContext, textOf, textOf);
  const losses = joinLosses(lostWords(saidWords, wroteWords.map(textOf).join('\n')));
  const lost = losses.reduce((sum, { text: words }) => sum + words.length, 0);
  return {
    kept: said.reduce((sum, { runs }) => sum + countedOf(runs.join('')).length, 0) - lost,
    dropped: dropped.reduce((sum, { start, end }) => sum + countedOf(text.slice(start, end)).length, 0),
    lost,
    losses,
  };
}

/** Shorter lines may look alike by chance, `ab c` and `a bc`: their words are compared, not they. */
const LONG_LINE = 20;

const keyOfLine = (line: string): string | undefined => {
  const counted = countedOf(line);
  return counted.length < LONG_LINE ? undefined : counted;
};

/** Takes from two bags what both hold, each time once; what is left of either. What has no key stays. */
function strike<A, B>(
  left: readonly A[],
  right: readonly B[],
  keyOfLeft: (item: A) => string | undefined,
  keyOfRight: (item: B) => string | undefined,
): [A[], B[]] {
  const [leftKeys, rightKeys] = [left.map(keyOfLeft), right.map(keyOfRight)];
  const takeLeft = taker(rightKeys);
  const takeRight = taker(leftKeys);
  return [left.filter((_, i) => !takeLeft(leftKeys[i])), right.filter((_, i) => !takeRight(rightKeys[i]))];
}

/** Takes keys out of a bag; whether the key was still in it. */
function taker(bag: readonly (string | undefined)[]): (key: string | undefined) => boolean {
  const counts = new Map<string | undefined, number>();
  for (const key of bag) counts.set(key, (counts.get(key) ?? 0) + 1);
  return (key) => {
    const count = counts.get(key) ?? 0;
    if (key === undefined || count === 0) return false;
    counts.set(key, count - 1);
    return true;
  };
}

/** Words that the note holds more often than the files; long ones first, so that their parts are not lost twice. */
function lostWords(words: readonly Word[], wrote: string): Word[] {
  const said = words.map(textOf).join('\n');
  const lost: Word[] = [];
  let reported = '';
  for (const [text, group] of [...Map.groupBy(words, textOf)].toSorted(byLength)) {
    const missing = countIn(said, text) - countIn(wrote, text) - countIn(reported, text);
    if (missing <= 0) continue;
    const gone = group.slice(-missing);
    lost.push(...gone);
    reported += `${text}\n`.repeat(gone.length);
  }
  return lost;
}

const byLength = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  b.length - a.length;

/** How often a text holds a part, overlaps included. */
function countIn(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) count += 1;
  return count;
}

const textOf = ({ text }: Word): string => text;

/** Words with the same neighbours are struck first, so that the line of a lost word is the one that is gone. */
const contextOf = ({ before, text, after }: Word): string => [before, text, after].join('\n');

/** A line of the note outside the ranges, in runs. */
interface Line {
  readonly line: number;
  readonly runs: readonly string[];
}

function wordsOfLine({ line, runs }: Line): Word[] {
  const words = runs.flatMap(wordsOf);
  return words.map((text, i) => ({ text, line, before: words[i - 1] ?? '', after: words[i + 1] ?? '' }));
}

/** Lost words by line, in the order of the note. */
function joinLosses(words: readonly Word[]): { line: number; text: string }[] {
  return Map.groupBy(words, ({ line }) => line)
    .entries()
    .map(([line, lost]) => ({ line, text: lost.map(({ text }) => text).join('') }))
    .toArray()
    .toSorted((a, b) => a.line - b.line);
}

function joinRanges(ranges: readonly Range[]): Range[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** What of each line stands outside the ranges. */
function linesOutside(text: string, lines: readonly string[], ranges: readonly Range[]): Line[] {
  let from = 0;
  let next = 0;
  return lines.map(({ length }, i) => {
    const to = from + length;
    const runs: string[] = [];
    while ((ranges[next]?.end ?? Infinity) <= from) next += 1;
    for (let at = from, range = next; at < to; range += 1) {
      const { start, end } = ranges[range] ?? { start: to, end: to };
      if (start > at) runs.push(text.slice(at, Math.min(start, to)));
      at = Math.max(at, end);
    }
    from = to + 1;
    return { line: i + 1, runs };
  });
}
