import { Document, isSeq } from 'yaml';
import type { NoteInput, Provenance } from '../../schema/index.ts';
import { splitFrontMatter } from '../../content/front-matter.ts';
import { hash } from '../read/note.ts';

/** A note as it goes into its file. */
export interface NoteText {
  readonly frontMatter: Omit<NoteInput, 'imported' | 'checked' | 'sources' | 'tags'>;
  readonly imported: Omit<Provenance, 'written'>;
  readonly body: string;
}

const SIGNED = /^ {2}written: [0-9a-f]{64}\n/m;

/** The text of a note's file, signed with the hash of all the rest of it. */
export function printNote({ frontMatter, imported, body }: NoteText): string {
  const data = new Document({ ...frontMatter, imported });
  const lines = data.getIn(['imported', 'lines']);
  if (isSeq(lines)) lines.flow = true;
  const unsigned = `---\n${data.toString({ lineWidth: 0 })}---\n\n${body}`;
  const written = hash(unsigned);
  return unsigned.replace(/^---\n(?=\n)/m, () => `  written: ${written}\n---\n`);
}

/** Whether a file is still as the importer wrote it. */
export function isUntouched(text: string): boolean {
  const { yaml = '' } = splitFrontMatter(text);
  const signed = /^ {2}written: ([0-9a-f]{64})$/m.exec(yaml)?.[1];
  return signed !== undefined && hash(text.replace(SIGNED, '')) === signed;
}
