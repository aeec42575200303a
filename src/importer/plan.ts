import { diagnose, startOf, type Diagnostic } from '../diagnostics/index.ts';
import { isUntouched } from './emit/note-file.ts';
import type { ServiceSlug } from '../schema/index.ts';
import type { Target, TargetNote } from './target.ts';

/** A file that a note gives. */
export interface MadeFile {
  readonly path: string;
  readonly text: string;
  readonly service: ServiceSlug;
  readonly title: string;
  readonly source: string;
  readonly sha256: string;
  readonly lines: readonly (readonly [number, number])[];
}

/** What is to be done with one file of the target. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
  /** Where its text stands in which note; a stub of a service has none. */
  readonly from?: Pick<MadeFile, 'source' | 'lines'>;
  /**
   * `create` and `update` are written; `same` stands there already; `keep` was edited by hand since its note was
   * imported, `conflict` as well, and the note has changed; `failed` should have been written and could not be.
   */
  readonly action: 'create' | 'update' | 'same' | 'keep' | 'conflict' | 'failed';
}

/** Compares what notes give with what stands in the target. What people wrote or changed is never planned over. */
export function planFiles(
  made: readonly MadeFile[],
  stubs: readonly { path: string; text: string }[],
  target: Target,
  sources: ReadonlySet<string>,
): { files: PlannedFile[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const paths = new Set(made.map(({ path }) => path));
  const elsewhere = [...target.notes.values()].filter(({ path }) => !paths.has(path));
  // A note that somebody moved to another service, or whose file got another name, is still that note. Of several with one
  // title each is taken once, in the order in which they stand in the note.
  const edited = new Map(elsewhere.filter(({ text }) => !isUntouched(text)).map((n) => [keyOfLines(n), n]));
  const renamed = Map.groupBy(
    elsewhere.filter(({ text }) => isUntouched(text)).toSorted((a, b) => firstLine(a) - firstLine(b)),
    keyOfTitle,
  );
  const files = made.map((file): PlannedFile => {
    const { text } = file;
    const from = { source: file.source, lines: file.lines };
    const existing =
      target.notes.get(file.path) ?? edited.get(keyOfLines(file)) ?? renamed.get(keyOfTitle(file))?.shift();
    if (!existing) return { path: file.path, text, from, action: 'create' };
    const { path } = existing;
    if (existing.text === text) return { path, text, from, action: 'same' };
    if (isUntouched(existing.text)) return { path, text, from, action: 'update' };
    const changed = existing.sha256 !== file.sha256;
    diagnostics.push(diagnose('N330', startOf(path), { path }, changed ? 'error' : 'info'));
    return { path, text, from, action: changed ? 'conflict' : 'keep' };
  });
  const standing = new Set(files.map(({ path }) => path));
  for (const { path, source } of target.notes.values()) {
    if (source !== undefined && sources.has(source) && !standing.has(path))
      diagnostics.push(diagnose('N334', startOf(path), { path, source }, 'warning'));
  }
  return {
    files: [...stubs.map(({ path, text }): PlannedFile => ({ path, text, action: 'create' })), ...files],
    diagnostics,
  };
}

const firstLine = ({ lines }: TargetNote): number => lines?.[0]?.[0] ?? 0;
const keyOfLines = ({ source, lines }: Pick<TargetNote, 'source' | 'lines'>): string =>
  `${source}\n${JSON.stringify(lines)}`;
const keyOfTitle = ({ source, service, title }: Pick<TargetNote, 'source' | 'service' | 'title'>): string =>
  `${source}\n${service}\n${title}`;
