import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, CACHES, DAY } from './disk-cache.ts';

/** Long enough to come back to an older state of the content or of the program without making it all anew. */
const KEPT = 30 * DAY;

/** An entry of a cache, `0a/0a1b…`, also Astro's, or what is left of one that was never finished. */
const ENTRY = /^[^\\/]+[\\/][^\\/]+$/;

/**
 * Takes out of all caches what no build has used for a month; whatever else lies in their folder stays. Looks once a
 * day: to look costs a tenth of a second.
 *
 * @param now milliseconds since 1970
 */
export async function pruneCaches(cacheDir: string, now: number): Promise<void> {
  const marker = join(cacheDir, 'pruned');
  if (now - (await lastUseOf(marker)) < DAY) return;
  await mkdir(cacheDir, { recursive: true });
  await writeFile(marker, '');
  for (const folder of CACHES.map((cache) => cacheFolder(cacheDir, cache)))
    for (const path of await readdir(folder, { recursive: true }).catch(() => [])) {
      const file = join(folder, path);
      if (ENTRY.test(path) && now - (await lastUseOf(file)) > KEPT) await rm(file, { force: true });
    }
}

/** When a file was last written or marked as used, in milliseconds since 1970; never when there is none. */
const lastUseOf = (file: string): Promise<number> =>
  stat(file).then(
    (stats) => (stats.isFile() ? stats.mtimeMs : Infinity),
    () => -Infinity,
  );
