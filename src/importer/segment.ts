import type { Dialect, NotePart, RawNote, Vocabulary } from './dialects/dialect.ts';
import { likeliestPath } from './likeliest-path.ts';

/** A part of a note with the dialect that it is written in. */
export interface Segment {
  readonly part: NotePart;
  readonly dialect: Dialect;
}

/** How much better another dialect has to look, summed over blocks, before the note counts as having changed. */
const SWITCH_COST = 1;
/** Blocks are cut at blank lines once they are this long, so that a score has something to look at. */
const BLOCK_LINES = 40;

/**
 * Cuts a note into stretches of one dialect: the cheapest path through the scores of its blocks, where each change of
 * dialect has a price. Linear in the lines.
 */
export function segmentNote(
  note: RawNote,
  dialects: readonly Dialect[],
  vocabulary: Vocabulary,
): readonly Segment[] {
  const blocks = cutBlocks(note.lines);
  const scores = blocks.map(({ from, to }) => {
    const lines = note.lines.slice(from, to);
    return dialects.map((dialect) => dialect.detect(lines, vocabulary));
  });
  const path = likeliestPath(scores, () => SWITCH_COST);
  const segments: Segment[] = [];
  for (const [i, { from, to }] of blocks.entries()) {
    const dialect = dialects[path[i] ?? 0];
    if (!dialect) continue;
    const last = segments.at(-1);
    if (last?.dialect === dialect)
      segments[segments.length - 1] = { dialect, part: { ...last.part, lastLine: to } };
    else segments.push({ dialect, part: { note, firstLine: from + 1, lastLine: to } });
  }
  return segments;
}

/** The whole note as one segment. */
export const wholeNote = (note: RawNote, dialect: Dialect): readonly Segment[] => [
  { dialect, part: { note, firstLine: 1, lastLine: note.lines.length } },
];

/** Blocks begin at top-level headings, or at a blank line once they are long; never inside a fence. */
function cutBlocks(lines: readonly string[]): { from: number; to: number }[] {
  const blocks: { from: number; to: number }[] = [];
  let from = 0;
  let fence: string | undefined;
  for (const [i, line] of lines.entries()) {
    // A fence opens only when its line holds no second run of backticks: some write ```code``` in running text.
    const mark = /^ {0,3}(`{3,}|~{3,})(?!.*`)/.exec(line)?.[1];
    if (fence === undefined) {
      const long = i - from >= BLOCK_LINES && line.trim() === '';
      if (i > from && (long || /^#{1,2} /.test(line))) {
        blocks.push({ from, to: i });
        from = i;
      }
      fence = mark;
    } else if (mark !== undefined && mark.startsWith(fence) && line.trim() === mark) fence = undefined;
  }
  blocks.push({ from, to: lines.length });
  return blocks;
}
