import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findReferences } from './references.ts';
import type { BuildFile } from './release.ts';

/** What is in a build folder: regular files with their hashes, and what is neither file nor folder (links, sockets). */
export interface BuildFolder {
  readonly files: readonly BuildFile[];
  readonly irregular: readonly string[];
}

/** Reads a build folder whole. Throws what the file system throws, e.g. ENOENT for a folder that is not there. */
export async function readBuildFolder(root: string): Promise<BuildFolder> {
  const files: BuildFile[] = [];
  const irregular: string[] = [];
  // Not `readdir(…, { recursive: true })`: that one walks into linked folders, out of the build.
  const folders = [''];
  for (const folder of folders)
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}${entry.name}`;
      if (entry.isDirectory()) folders.push(`${path}/`);
      else if (entry.isFile()) files.push(measureFile(path, await readFile(join(root, path))));
      else irregular.push(path);
    }
  return { files, irregular };
}

/** A file of a build from its path inside the build and its bytes. */
export function measureFile(path: string, body: Uint8Array): BuildFile {
  return {
    path,
    size: body.byteLength,
    sha256: createHash('sha256').update(body).digest('hex'),
    md5: createHash('md5').update(body).digest('hex'),
    references: path.endsWith('.html') ? findReferences(new TextDecoder().decode(body)) : [],
  };
}
