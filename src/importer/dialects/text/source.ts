import { lineStarts, placeAt } from '../../lines.ts';
import type { NotePart, RawNote, Range } from '../dialect.ts';

type Point = { line: number; column: number; offset: number };

/** Kept, because a note is parsed in parts. */
const starts = new WeakMap<RawNote, readonly number[]>();

function startsOf(note: RawNote): readonly number[] {
  const known = starts.get(note) ?? lineStarts(note.lines);
  starts.set(note, known);
  return known;
}

/** A line without its line feed: `text` is `note.text.slice(start, end)`; `number` counts from 1. */
export interface Line extends Range {
  readonly number: number;
  readonly text: string;
}

/** A part of a note, with places in it as mdast wants them. */
export class Source {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly start: number;
  readonly end: number;
  readonly #starts: readonly number[];

  constructor({ note, firstLine, lastLine }: NotePart) {
    this.text = note.text;
    this.#starts = startsOf(note);
    this.lines = note.lines.slice(firstLine - 1, lastLine).map((text, index) => {
      const start = this.#starts[firstLine - 1 + index] ?? 0;
      return { number: firstLine + index, text, start, end: start + text.length };
    });
    this.start = this.lines[0]?.start ?? 0;
    this.end = this.lines.at(-1)?.end ?? this.start;
  }

  /** The place of an offset of the note. */
  point(offset: number): Point {
    return { ...placeAt(this.#starts, offset), offset };
  }

  position(start: number, end: number): { start: Point; end: Point } {
    return { start: this.point(start), end: this.point(end) };
  }
}

/** A range without the white space at its ends. */
export const trimRange = (text: string, { start, end }: Range): Range => {
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
};

const isSpace = (unit: number): boolean => unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x3000;
