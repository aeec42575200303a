import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fixFile } from '../checks/fixes/index.ts';
import { readContentFiles } from '../content/files.ts';

/**
 * Mends a content folder in place.
 *
 * @returns the paths of the files that were changed; each is written beside and renamed, so that none is ever half
 */
export async function fixContent(folder: string): Promise<string[]> {
  const { files } = await readContentFiles(folder);
  const changed: string[] = [];
  for (const file of files) {
    const fixed = fixFile(file);
    if (fixed === file.text) continue;
    const temporary = join(folder, `${file.path}.${randomUUID()}`);
    await writeFile(temporary, fixed);
    await rename(temporary, join(folder, file.path));
    changed.push(file.path);
  }
  return changed;
}
