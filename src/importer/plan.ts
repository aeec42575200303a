import { diagnose, startOf, type Diagnostic } from '../diagnostics/index.ts';
import { isUntouched } from './emit/note-file.ts';
import type { ServiceSlug } from '../schema/index.ts';
import type { Target } from './target.ts';

/** A file that a note gives. */
export interface MadeFile {
  readonly path: string;
  readonly text: string;
  readonly service: ServiceSlug;
  readonly source: string;
  readonly sha256: string;
  readonly lines: readonly (readonly [number, number])[];
}

/** What is to be done with one file of the target. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
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
  const elsewhere = new Map(
    [...target.notes.values()]
      .filter(({ path, source, text }) => source !== undefined && !paths.has(path) && !isUntouched(text))
      .map((note) => [keyOf(note.source, note.lines), note] as const),
  );
  const files = made.map((file): PlannedFile => {
    const { path, text } = file;
    // A note that somebody moved to another service is still that note.
    const existing = target.notes.get(path) ?? elsewhere.get(keyOf(file.source, file.lines));
    if (!existing) return { path, text, action: 'create' };
    if (existing.text === text) return { path, text, action: 'same' };
    if (existing.path === path && isUntouched(existing.text)) return { path, text, action: 'update' };
    const changed = existing.sha256 !== file.sha256;
    diagnostics.push(
      diagnose('N330', startOf(existing.path), { path: existing.path }, changed ? 'error' : 'info'),
    );
    return { path: existing.path, text, action: changed ? 'conflict' : 'keep' };
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

const keyOf = (source: string | undefined, lines: unknown): string => `${source}\n${JSON.stringify(lines)}`;
