import type { Nodes, Root } from 'mdast';
import type { Diagnostic, SourcePosition } from '../../diagnostics/index.ts';
import type { Dropped, Range, RawNote } from '../dialects/dialect.ts';

/** What a pass may know and say. */
export interface PassContext {
  readonly note: RawNote;
  /** Characters that the pass turned into structure. */
  readonly marks: Range[];
  /** Characters that the pass left out. */
  readonly dropped: Dropped[];
  readonly diagnostics: Diagnostic[];
}

/** One step of normalisation. It changes the tree in place and keeps the positions of what it moves. */
export type Pass = (tree: Root, context: PassContext) => void;

/** Where a node stood in the note. */
export const placeOf = (node: Nodes, { note }: Pick<PassContext, 'note'>): SourcePosition => ({
  file: note.file,
  line: node.position?.start.line ?? 1,
  column: node.position?.start.column ?? 1,
});

/** The stretch of the note that a node came from. */
export function rangeOf(node: Nodes): Range | undefined {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? undefined : { start, end };
}
