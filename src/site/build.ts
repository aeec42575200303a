import { build } from 'astro';
import { readContentFiles } from '../content/files.ts';
import { loadEntries } from '../content/load.ts';
import { isError, reportText } from '../diagnostics/index.ts';
import { indexSite } from '../search/build/index-site.ts';
import { isContentError } from './content-error.ts';
import { cacheFolder, createDiskCache, reportDamage } from './disk-cache.ts';
import { fingerprintSearch } from './fingerprint.ts';
import { addServiceWorker } from './offline.ts';
import { pruneCaches } from './prune-caches.ts';
import { readSettings } from './settings.ts';

/**
 * Builds the site: Astro writes the pages, then what is made from the pages is added.
 *
 * @param env settings that override the environment (see `settings.ts`)
 * @returns false when the content has errors or cannot be indexed; the report has been printed then
 */
export async function buildSite(root: string, env: Readonly<Record<string, string>>): Promise<boolean> {
  // Astro and the content stages read their settings from the environment: it is the one channel between them.
  Object.assign(process.env, env);
  try {
    // Astro warns of every collection that is empty, which is nothing to a folder without comparisons or redirects.
    await build({ root, logLevel: 'error' });
  } catch (error) {
    if (!isContentError(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return false;
  }
  if (!(await addSearch(root))) return false;
  const { outDir, offline, cacheDir } = readSettings(root, process.env);
  await addServiceWorker(root, outDir, offline);
  await pruneCaches(cacheDir, Date.now());
  return true;
}

async function addSearch(root: string): Promise<boolean> {
  const { contentDir, outDir, cacheDir } = readSettings(root, process.env);
  // Notes and comparisons are read from their pages; only names and words come from the content.
  const { files } = await readContentFiles(contentDir);
  const { entries } = loadEntries(files.filter(({ path }) => !/^(?:notes|comparisons)\//.test(path)));
  const diagnostics = await indexSite(outDir, entries, {
    fingerprint: fingerprintSearch(root),
    ...createDiskCache({ folder: cacheFolder(cacheDir, 'search'), onDamage: reportDamage }),
  });
  process.stderr.write(reportText(diagnostics, { color: process.stderr.isTTY }));
  return !diagnostics.some(isError);
}
