import { globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ContentEntries } from '../../content/entries.ts';
import { isError, type Diagnostic } from '../../diagnostics/index.ts';
import { BUNDLE } from '../layout.ts';
import { readPage } from '../pages/read-page.ts';
import type { SearchPage } from '../pages/search-page.ts';
import { buildIndex } from './build-index.ts';

/** Every page of a built site that is searched. */
export async function readSite(outDir: string): Promise<SearchPage[]> {
  const files = globSync('**/*.html', { cwd: outDir })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  const pages = files.map(async (file) =>
    readPage(`/${file.replace(/index\.html$/, '')}`, await readFile(join(outDir, file), 'utf8')),
  );
  return (await Promise.all(pages)).filter((page) => page !== undefined);
}

/**
 * Adds the search bundle to a built site, in place of an older one. Nothing is written when anything is wrong.
 *
 * @param outDir the folder that Astro wrote
 */
export async function indexSite(outDir: string, entries: ContentEntries): Promise<Diagnostic[]> {
  const { files, diagnostics } = await buildIndex(await readSite(outDir), entries);
  if (diagnostics.some(isError)) return diagnostics;
  const folder = join(outDir, BUNDLE);
  await rm(folder, { recursive: true, force: true });
  for (const { path, content } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return diagnostics;
}
