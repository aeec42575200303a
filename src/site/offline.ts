import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fillWorker, listOffline, nameRelease, type DatedFile } from '../offline/list.ts';

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
  const list = `offline/${release}.json`;
  await mkdir(join(outDir, 'offline'), { recursive: true });
  await writeFile(join(outDir, list), JSON.stringify(listOffline(files)));
  await writeFile(worker, fillWorker(await source('service-worker.js'), release, list));
}

async function readFiles(folder: string): Promise<DatedFile[]> {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const file = join(parentPath, name);
      const sha256 = createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
      return { path: file.slice(folder.length + 1).replaceAll('\\', '/'), sha256 };
    }),
  );
}
