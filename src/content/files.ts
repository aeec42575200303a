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

/** Only these are content; anything else (a picture, an editor's backup, a README.md at the top) is left alone. */
const CONTENT = /\.(?:mdx|ya?ml|txt)$|\/[^/]+\.md$/;

/**
 * Reads all content files below a folder, sorted by path. Symbolic links are not followed: content is what stands in
 * the folder itself. Hidden files are skipped.
 */
export async function readContentFiles(
  folder: string,
): Promise<{ files: ContentFile[]; diagnostics: Diagnostic[] }> {
  let entries;
  try {
    entries = await readdir(folder, { recursive: true, withFileTypes: true });
  } catch {
    return {
      files: [],
      diagnostics: [diagnose('N414', startOf('.'), { path: folder })],
    };
  }
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => CONTENT.test(path) && !path.split('/').some((part) => part.startsWith('.')))
    .sort();
  const files: ContentFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    const bytes = readBytes(join(folder, path));
    if (bytes === undefined) continue;
    const text = decodeUtf8(bytes);
    if (text === undefined) diagnostics.push(diagnose('N412', startOf(path)));
    else files.push({ path, text });
  }
  return { files, diagnostics };
}

/**
 * A file's bytes; undefined when it was taken away after the folder was listed. Hundreds of small files are read many
 * times faster in place than by handing each to a thread.
 */
function readBytes(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
