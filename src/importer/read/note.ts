import { createHash } from 'node:crypto';
import { diagnose, type Diagnostic } from '../../diagnostics/index.ts';
import { INVISIBLE, type Sha256 } from '../../schema/index.ts';
import type { RawNote } from '../dialects/dialect.ts';
import { decodeText } from './decode.ts';
import { maskLines } from './mask.ts';

/** A file as it lies on disk, under the name by which the importer will know it again. */
export interface NoteFile {
  readonly source: string;
  readonly bytes: Uint8Array;
}

/** A note that can be parsed. `sha256` is that of its bytes. */
export interface ReadNote {
  readonly note: RawNote;
  readonly sha256: Sha256;
}

const INVISIBLES = new RegExp(INVISIBLE.source, 'gu');

/** Decodes and cleans one note; undefined when it is none, with the reason among the findings. */
export function readNote({ source, bytes }: NoteFile): {
  read: ReadNote | undefined;
  diagnostics: Diagnostic[];
} {
  const at = (line: number) => ({ file: source, line, column: 1 });
  const refuse = (finding: Diagnostic) => ({ read: undefined, diagnostics: [finding] });
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refuse(diagnose('N104', at(decoded.line), { reason: decoded.reason }));

  const { lines, masked } = maskLines(cleanText(decoded.text).split('\n'));
  if (lines.every((line) => line.trim() === '')) return refuse(diagnose('N103', at(1)));
  const diagnostics = masked.map(({ line, kind, text }) =>
    diagnose('N204', at(line), { kind, text }, 'info'),
  );
  if (decoded.encoding !== 'UTF-8')
    diagnostics.push(diagnose('N106', at(1), { encoding: decoded.encoding }, 'info'));
  return {
    read: { note: { file: source, text: lines.join('\n'), lines }, sha256: hash(bytes) },
    diagnostics,
  };
}

/** Line feeds only, NFC, no invisible characters. Line numbers stay those of the file. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2028\u2029]/g, ' ')
    .replace(INVISIBLES, '')
    .normalize('NFC');

/** SHA-256 of bytes or of a text's UTF-8, in hexadecimal. */
export const hash = (data: Uint8Array | string): Sha256 =>
  createHash('sha256').update(data).digest('hex') as Sha256;
