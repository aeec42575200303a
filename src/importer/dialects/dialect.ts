import type { Root } from 'mdast';
import type { Dialect as DialectId, ServiceSlug } from '../../schema/index.ts';

/**
 * A note as it was read: UTF-8, NFC, line feeds only, no BOM and no invisible characters. Every offset of the importer
 * counts UTF-16 units of `text`; line numbers are those of the file on disk, from 1.
 */
export interface RawNote {
  readonly file: string;
  readonly text: string;
  /** `text` split at line feeds. */
  readonly lines: readonly string[];
}

/** A stretch of a note that is written in one dialect; both lines belong to it. */
export interface NotePart {
  readonly note: RawNote;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** A stretch of characters, `note.text.slice(start, end)`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Why text of a note is left out. Each has a Japanese name in the report, which lists every such line. */
export type DropReason =
  /** Avatar, author name, date, number of comments of the site that the note was copied from. */
  | 'author'
  /** Buttons, footers, widgets of that site. */
  | 'platform'
  /** A table of contents. */
  | 'contents'
  /** The text of a link whose address was lost. */
  | 'dead-label'
  /** Front matter and other metadata of the generator. */
  | 'metadata'
  /** An introduction that speaks of the note, not of its subject. */
  | 'introduction'
  /** A comment in HTML or MDX, which no reader saw. */
  | 'comment'
  /** The title of a whole note that speaks of several services. */
  | 'title'
  /** The name of a service with nothing below it. */
  | 'empty'
  /** Bytes of a picture inside an address (`data:`). */
  | 'embedded';

export interface Dropped extends Range {
  readonly reason: DropReason;
}

/**
 * A part as a tree. Every node carries `position` with line, column and offset in the note.
 *
 * - Headings: depth 1 is the note's title, 2 a service, 3 a topic, 4 to 6 inside a topic. A number before
 *   a heading (`09-02.`) is a mark.
 * - Asides, to-dos and line breaks in cells are made with `nodes.ts`; raw HTML stays an `html` node, images stay
 *   `image` nodes: normalisation makes text and to-dos of them.
 * - `marks` are the characters that became structure: bullets, ▼, 【】, the language of a fence, list numbers,
 *   `&amp;` written for `&`. ASCII punctuation needs no mark; everything else that is neither marked nor dropped has to
 *   be found in the files that are written, or it counts as lost.
 */
export interface ParsedPart {
  readonly tree: Root;
  readonly marks: readonly Range[];
  readonly dropped: readonly Dropped[];
}

/** What a dialect may ask about names: some dialects mark a heading only by its being the name of a service. */
export interface Vocabulary {
  /** The service that a heading names; undefined when it names none, or more than one. */
  serviceOf(heading: string): ServiceSlug | undefined;
}

export interface Dialect {
  readonly id: DialectId;
  /** How much these lines look like the dialect, from 0 (not at all) to 1; linear in the lines. */
  detect(lines: readonly string[], vocabulary: Vocabulary): number;
  /** Never throws: what a dialect does not understand is text. */
  parse(part: NotePart, vocabulary: Vocabulary): ParsedPart;
}
