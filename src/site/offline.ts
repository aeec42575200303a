import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  fillWorker,
  isIndex,
  listOffline,
  nameRelease,
  packFiles,
  type HashedFile,
} from '../offline/list.ts';

/**
 * Adds the service worker to a build that is otherwise complete.
 *
 * @param offline false: the worker that takes itself off readers' devices
 */
export async function addServiceWorker(root: string, outDir: string, offline: boolean): Promise<void> {
  const source = (file: string) => readFile(join(root, 'src/offline', file), 'utf8');
  const worker = join(outDir, 'sw.js');
  if (!offline) return writeFile(worker, await source('farewell.js'));
  const files = await readFiles(outDir);
  const release = nameRelease(files);
  await mkdir(join(outDir, 'offline'), { recursive: true });
  /** Writes a JSON text under a name of its own, and returns its path in the build. */
  const add = async (name: string, text: string): Promise<string> => {
    const path = `offline/${name}.json`;
    await writeFile(join(outDir, path), text);
    return path;
  };
  const pack = await packIndex(outDir, files);
  const index = await add(digest(pack).slice(0, 20), pack);
  const list = await add(release, JSON.stringify(listOffline(files, index)));
  await writeFile(worker, fillWorker(await source('service-worker.js'), release, list));
}

const digest = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Sorted: the same files give the same bytes. */
async function packIndex(outDir: string, files: readonly HashedFile[]): Promise<string> {
  const paths = files.filter(isIndex).map(({ path }) => path);
  return packFiles(
    await Promise.all(paths.sort().map(async (path) => ({ path, body: await readFile(join(outDir, path)) }))),
  );
}

async function readFiles(folder: string): Promise<HashedFile[]> {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const file = join(parentPath, name);
      const path = file.slice(folder.length + 1).replaceAll('\\', '/');
      return { path, sha256: digest(await readFile(file)) };
    }),
  );
}
