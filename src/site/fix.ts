import { join } from 'node:path';
import { fixFile } from '../checks/fixes/index.ts';
import { readContentFiles } from '../content/files.ts';
import { replaceFile } from './replace-file.ts';

/**
 * Mends a content folder in place.
 *
 * @returns the paths of the files that were changed
 */
export async function fixContent(folder: string): Promise<string[]> {
  const { files } = await readContentFiles(folder);
  const changed: string[] = [];
  for (const file of files) {
    const fixed = fixFile(file);
    if (fixed === file.text) continue;
    await replaceFile(join(folder, file.path), fixed);
    changed.push(file.path);
  }
  return changed;
}
