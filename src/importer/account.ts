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

/** What was written of a note: its lines, and all words of the file as the site's parser reads them. */
export interface Written {
  readonly lines: readonly (readonly [number, number])[];
  readonly words: string;
}

const UNCOUNTED = /[\s\p{C}\p{Variation_Selector}（）\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e]/gu;

const countedOf = (text: string): string => text.replace(UNCOUNTED, '');

/**
 * Balances what a note said against what was written, without knowing how it was parsed: every character that is
 * neither markup nor dropped has to be found in a file that was written from its line, each occurrence once.
 */
export function balance(
  { text, lines }: RawNote,
  marks: readonly Range[],
  dropped: readonly Dropped[],
  written: readonly Written[],
): Account {
  const ranges = joinRanges([...marks, ...dropped]);
  const searches = written.map((file) => ({ lines: file.lines, search: new Search(file.words) }));
  const owners = ownersOf(searches);
  const losses: { line: number; text: string }[] = [];
  const pending: { line: number; run: string }[] = [];
  let kept = 0;
  let at = 0;
  let next = 0;
  for (const [i, line] of lines.entries()) {
    const end = at + line.length;
    while ((ranges[next]?.end ?? Infinity) <= at) next += 1;
    for (const run of runsOf(text, at, end, ranges, next)) {
      if (countedOf(run) !== '') pending.push({ line: i + 1, run });
    }
    at = end + 1;
  }
  // Long runs first, in reading order: what is short must not take their places.
  const all = searches.map(({ search }) => search);
  for (const long of [true, false]) {
    for (const search of all) search.rewind();
    for (const { line, run } of pending) {
      const counted = countedOf(run);
      if (counted.length >= 12 !== long) continue;
      const near = owners(line);
      const lost =
        (near.length > 0 && take(near, counted)) || take(all, counted)
          ? ''
          : lostWords(run, [...near, ...all]);
      kept += counted.length - lost.length;
      if (lost) losses.push({ line, text: lost });
    }
  }
  return {
    kept,
    dropped: dropped.reduce((sum, { start, end }) => sum + countedOf(text.slice(start, end)).length, 0),
    lost: losses.reduce((sum, { text: lost }) => sum + lost.length, 0),
    losses: losses.toSorted((a, b) => a.line - b.line),
  };
}

const take = (searches: readonly Search[], run: string): boolean =>
  searches.some((search) => search.take(run));

/**
 * The words of a run that are found nowhere, when the run is not found as a whole. Long words first: a short one must not
 * be found inside a long one.
 */
function lostWords(run: string, searches: readonly Search[]): string {
  const words = run.split(UNCOUNTED).filter((word) => word !== '');
  const lost = new Set(
    [...words.entries()]
      .toSorted(([, a], [, b]) => b.length - a.length)
      .filter(([, word]) => !take(searches, word)),
  );
  return [...lost]
    .toSorted(([a], [b]) => a - b)
    .map(([, word]) => word)
    .join('');
}

/** Text in which every stretch is found once, whole words before parts of words. */
class Search {
  readonly #text: string;
  readonly #used: Uint8Array;
  /** 1 where a word begins or the text ends. */
  readonly #edges: Uint8Array;
  /** For each run, the place from which on there is none ahead, and the place before which all are used. */
  readonly #none = new Map<string, number>();
  readonly #from = new Map<string, number>();
  #cursor = 0;

  constructor(words: string) {
    this.#text = countedOf(words);
    this.#used = new Uint8Array(this.#text.length);
    this.#edges = new Uint8Array(this.#text.length + 1);
    let at = 0;
    for (const word of words.split(UNCOUNTED)) {
      this.#edges[at] = 1;
      at += word.length;
    }
    this.#edges[at] = 1;
  }

  /** Begins to read from the start again; what was found stays found. */
  rewind(): void {
    this.#cursor = 0;
    this.#none.clear();
  }

  take(run: string): boolean {
    for (const whole of [true, false]) {
      const ahead = this.#ahead(run, whole);
      const at = ahead >= 0 ? ahead : this.#find(run, whole);
      if (at < 0) continue;
      this.#used.fill(1, at, at + run.length);
      this.#cursor = at + run.length;
      return true;
    }
    return false;
  }

  /** Text is mostly written in the order of the note. */
  #ahead(run: string, whole: boolean): number {
    const key = `${whole}${run}`;
    if (this.#cursor >= (this.#none.get(key) ?? Infinity)) return -1;
    const at = this.#search(run, this.#cursor, whole);
    if (at < 0) this.#none.set(key, this.#cursor);
    return at;
  }

  #find(run: string, whole: boolean): number {
    const key = `${whole}${run}`;
    const at = this.#search(run, this.#from.get(key) ?? 0, whole);
    this.#from.set(key, at < 0 ? this.#text.length : at + 1);
    return at;
  }

  #search(run: string, from: number, whole: boolean): number {
    let at = this.#text.indexOf(run, from);
    while (at >= 0 && !this.#fits(at, at + run.length, whole)) at = this.#text.indexOf(run, at + 1);
    return at;
  }

  #fits(start: number, end: number, whole: boolean): boolean {
    const free = this.#used[start] === 0 && this.#used[end - 1] === 0;
    return free && (!whole || (this.#edges[start] === 1 && this.#edges[end] === 1));
  }
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

/** What of a line stands outside the ranges. */
function* runsOf(
  text: string,
  from: number,
  to: number,
  ranges: readonly Range[],
  first: number,
): Generator<string> {
  let at = from;
  for (let i = first; at < to; i += 1) {
    const { start, end } = ranges[i] ?? { start: to, end: to };
    if (start > at) yield text.slice(at, Math.min(start, to));
    at = Math.max(at, end);
  }
}

/** The files that hold a line. */
function ownersOf(files: readonly { lines: Written['lines']; search: Search }[]): (line: number) => Search[] {
  const ends = files
    .flatMap(({ lines, search }) => lines.map(([from, to]) => ({ from, to, search })))
    .toSorted((a, b) => a.from - b.from);
  let first = 0;
  let last = 0;
  return (line) => {
    if (line < last) first = 0;
    last = line;
    while (first < ends.length && (ends[first]?.to ?? 0) < line) first += 1;
    const found: Search[] = [];
    for (let i = first; i < ends.length && (ends[i]?.from ?? Infinity) <= line; i += 1)
      if ((ends[i]?.to ?? 0) >= line) found.push((ends[i] as { search: Search }).search);
    return found;
  };
}
