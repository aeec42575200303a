import type { Root } from 'mdast';
import type { Dropped, Range, Vocabulary } from '../dialect.ts';
import type { Source } from '../text/source.ts';

/**
 * Characters that are hidden from the Markdown parser, or shown to it as others. `by` has the length of the range, so
 * that no place in the note moves; without it, spaces stand there (line feeds stay).
 */
export interface Mask extends Range {
  readonly by?: string;
  /** The characters became structure; masks that only help the parser leave them to be found in the output. */
  readonly consumed: boolean;
  readonly dropped?: Dropped['reason'];
  /** Where an item or a rule has to begin after parsing; else the mask did not work and is taken back. */
  readonly begins?: number;
  /** The mark puts the characters back itself, wherever they end up. */
  readonly restored?: true;
  /** A block without fences or bars, hidden to be put back whole. */
  readonly bare?: 'code' | 'table' | undefined;
}

export interface MarkdownContext {
  readonly source: Source;
  readonly vocabulary: Vocabulary;
  /** The masks that were not taken back. */
  readonly masks: readonly Mask[];
  readonly marks: Range[];
  readonly dropped: Dropped[];
}

/** One mark that CommonMark does not know: hidden before the parser runs, or made of what it found, or both. */
export interface MarkdownMark {
  readonly mask?: (source: Source) => Mask[];
  readonly shape?: (tree: Root, context: MarkdownContext) => void;
}
