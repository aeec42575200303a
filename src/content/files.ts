import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { diagnose, startOf, type Diagnostic } from '../diagnostics/index.ts';

/** One file of a content folder. */
export interface ContentFile {
  /** Relative to the content folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Only these are content. */
const CONTENT = /\.(?:mdx|ya?ml|txt)$|\/[^/]+\.md$/;

/** What else may lie there: what speaks of the folder itself, hidden files and the backups of editors. */
const LEFT_ALONE = /^(?:README|LICENSE)(?:\.md)?$|(?:^|\/)\.|~$/;

/**
 * Reads all content files below a folder, sorted by path. Symbolic links are not followed: content is what stands in
 * the folder itself.
 *
 * @returns the files, and a finding for whatever cannot be read and for each folder that holds what nobody reads
 */
export async function readContentFiles(
  folder: string,
): Promise<{ files: ContentFile[]; diagnostics: Diagnostic[] }> {
  let entries;
  try {
    entries = await readdir(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    const reason = codeOf(error);
    const finding =
      reason === 'ENOENT'
        ? diagnose('N414', startOf('.'), { path: folder })
        : diagnose('N416', startOf('.'), { path: folder, reason });
    return { files: [], diagnostics: [finding] };
  }
  const found = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      path: relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'),
      isFile: entry.isFile(),
    }))
    .filter(({ path }) => !LEFT_ALONE.test(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const isContent = ({ path, isFile }: (typeof found)[number]) => isFile && CONTENT.test(path);
  const files: ContentFile[] = [];
  const diagnostics = reportUnread(found.filter((file) => !isContent(file)).map(({ path }) => path));
  for (const { path } of found.filter(isContent)) {
    try {
      // Hundreds of small files are read many times faster in place than by handing each to a thread.
      const text = decodeUtf8(readFileSync(join(folder, path)));
      if (text === undefined) diagnostics.push(diagnose('N412', startOf(path)));
      else files.push({ path, text });
    } catch (error) {
      const reason = codeOf(error);
      // Taken away after the folder was listed.
      if (reason !== 'ENOENT') diagnostics.push(diagnose('N416', startOf(path), { path, reason }));
    }
  }
  return { files, diagnostics };
}

const reportUnread = (paths: readonly string[]): Diagnostic[] =>
  [...Map.groupBy(paths, (path) => path.slice(0, path.lastIndexOf('/') + 1)).values()].map((beside) =>
    diagnose('N418', startOf(beside[0] ?? ''), { count: beside.length }, 'warning'),
  );

/** The code of a file system's error; whatever else goes wrong is not for writers to mend. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  throw error;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
