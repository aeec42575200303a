import { lstat, mkdir, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import ownPlatform, { basename, dirname, join } from 'node:path';
import { diagnose, startOf, type Diagnostic } from '../diagnostics/index.ts';
import type { PlannedFile } from './plan.ts';
import type { NoteFile } from './read/note.ts';

/** The only door of the importer: what it reads and writes on disk goes through here. */

/** Larger files are no notes. */
const LIMIT_MB = 100;

/**
 * Reads notes from disk, with all faults at once.
 *
 * @param paths files, in any order
 * @param sources the name of each, by which the importer knows it again
 */
export async function readNoteFiles(
  paths: readonly string[],
  sources: readonly string[],
): Promise<{ files: NoteFile[]; diagnostics: Diagnostic[] }> {
  const files: NoteFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [i, path] of paths.entries()) {
    const source = sources[i] ?? path;
    try {
      const { size, ...found } = await stat(path).then((s) => ({
        size: s.size,
        folder: s.isDirectory(),
        file: s.isFile(),
      }));
      const megabytes = Math.ceil(size / 1e6);
      if (found.folder) diagnostics.push(diagnose('N102', startOf(source), { path }));
      else if (!found.file)
        diagnostics.push(diagnose('N104', startOf(source), { reason: '普通のファイルではありません' }));
      else if (size > LIMIT_MB * 1e6)
        diagnostics.push(diagnose('N105', startOf(source), { megabytes, limit: LIMIT_MB }));
      else files.push({ source, bytes: await readFile(path) });
    } catch (error) {
      const reason = codeOf(error);
      diagnostics.push(
        reason === 'ENOENT' || reason === 'ENOTDIR'
          ? diagnose('N101', startOf(source), { path })
          : diagnose('N107', startOf(source), { path, reason }),
      );
    }
  }
  return { files, diagnostics };
}

/**
 * Names for notes that stay the same wherever the folder lies: relative to the folder that all of them share. Notes on
 * several drives share none.
 *
 * @param platform how paths are written
 */
export function nameSources(
  paths: readonly string[],
  id: string | undefined,
  platform = ownPlatform,
): string[] {
  const { sep } = platform;
  const whole = paths.map((file) => platform.resolve(file));
  const [first = ''] = whole;
  let shared = platform.dirname(first);
  const isShared = () => whole.every((file) => file.startsWith(shared.endsWith(sep) ? shared : shared + sep));
  while (!isShared() && shared !== platform.dirname(shared)) shared = platform.dirname(shared);
  return whole.map((file) => {
    const name =
      whole.length === 1 ? platform.basename(file) : platform.relative(shared, file).split(sep).join('/');
    return id === undefined ? name : whole.length === 1 ? id : `${id}/${name}`;
  });
}

/**
 * Makes a folder and those above it. Not by `recursive`: on a file system that refuses folders with ENOENT, such as
 * /proc, Node.js goes on for ever.
 */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const reason = codeOf(error);
    const above = dirname(folder);
    if (reason === 'EEXIST' && (await stat(folder)).isDirectory()) return;
    if (reason !== 'ENOENT' || (await isThere(above))) throw error;
    await makeFolder(above);
    await mkdir(folder);
  }
}

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/**
 * Writes planned files below a folder, each whole or not at all: into a temporary file beside it, to disk, then renamed.
 * Nothing outside the folder is ever touched, and no symbolic link is followed.
 *
 * @returns the files, those marked that could not be written, and why
 */
export async function writeFiles(
  folder: string,
  planned: readonly PlannedFile[],
): Promise<{ files: readonly PlannedFile[]; diagnostics: readonly Diagnostic[] }> {
  const wanted = new Set(planned.filter(({ action }) => action === 'create' || action === 'update'));
  if (wanted.size === 0) return { files: planned, diagnostics: [] };
  const diagnostics = await writeEach(folder, wanted);
  return {
    files: planned.map((file) => (wanted.has(file) ? { ...file, action: 'failed' } : file)),
    diagnostics: [...new Set(diagnostics)],
  };
}

/** Takes what it has written out of the files that are wanted. A folder that refuses gives one finding for each of its files. */
async function writeEach(folder: string, wanted: Set<PlannedFile>): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const folders = new Map<string, Promise<Diagnostic | undefined>>();
  try {
    await makeFolder(folder);
  } catch (error) {
    return [diagnose('N333', startOf('.'), { path: folder, reason: codeOf(error) })];
  }
  const root = await realpath(folder);
  for (const file of wanted) {
    const { path, text } = file;
    const parent = dirname(path);
    const open = folders.get(parent) ?? openFolder(root, parent);
    folders.set(parent, open);
    const refusal = (await open) ?? (await refuseFile(root, path));
    if (refusal) diagnostics.push(refusal);
    else {
      const failure = await replaceFile(join(root, path), text);
      if (failure) return [...diagnostics, diagnose('N333', startOf(path), { path, reason: failure })];
      wanted.delete(file);
    }
  }
  return diagnostics;
}

/** Makes a folder below the root, one step at a time, so that no link on the way leads out of it. */
async function openFolder(root: string, path: string): Promise<Diagnostic | undefined> {
  let here = root;
  for (const step of path.split('/')) {
    if (!isPlainName(step)) return diagnose('N331', startOf(path), { path, reason: '使えない名前です。' });
    here = join(here, step);
    const found = await lstat(here).catch(() => undefined);
    if (found?.isSymbolicLink())
      return diagnose('N331', startOf(path), { path, reason: 'シンボリックリンクです。' });
    if (found && !found.isDirectory())
      return diagnose('N331', startOf(path), { path, reason: 'フォルダーではありません。' });
    try {
      if (!found) await mkdir(here);
    } catch (error) {
      return diagnose('N333', startOf(path), { path, reason: codeOf(error) });
    }
  }
  for (const name of await readdir(here))
    if (TEMPORARY.test(name)) await rm(join(here, name), { force: true }).catch(() => undefined);
  return undefined;
}

async function refuseFile(root: string, path: string): Promise<Diagnostic | undefined> {
  if (!isPlainName(basename(path)))
    return diagnose('N331', startOf(path), { path, reason: '使えない名前です。' });
  const found = await lstat(join(root, path)).catch(() => undefined);
  return found && !found.isFile()
    ? diagnose('N331', startOf(path), { path, reason: '普通のファイルではありません。' })
    : undefined;
}

const isPlainName = (name: string): boolean => /^[a-z0-9][a-z0-9.-]*$/.test(name) && !name.includes('..');

/** Left behind by an import that was killed between writing and renaming; hidden, so no reader of content sees it. */
const TEMPORARY = /^\..+\.mdx\.importing$/;

/** The reason of failure, or undefined. */
async function replaceFile(path: string, text: string): Promise<string | undefined> {
  const temporary = join(dirname(path), `.${basename(path)}.importing`);
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    return undefined;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    return codeOf(error);
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
