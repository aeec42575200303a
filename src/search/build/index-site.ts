import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ContentEntries } from '../../content/entries.ts';
import { isError, type Diagnostic } from '../../diagnostics/index.ts';
import type { SearchHints } from '../../schema/index.ts';
import { BUNDLE } from '../layout.ts';
import { readPage } from '../pages/read-page.ts';
import type { SearchPage } from '../pages/search-page.ts';
import { buildIndex } from './build-index.ts';
import { preparePage, type PreparedPage } from './prepare.ts';

/** Where prepared pages are kept from one build to the next, by a digest of all that they were made from. */
export interface PageCache {
  /** Changes whenever the code that prepares pages changes. */
  readonly fingerprint: string;
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
}

/** Every page of a built site that is searched. */
export async function readSite(outDir: string): Promise<SearchPage[]> {
  const pages = await Promise.all(
    listHtml(outDir).map(async (file) => readPage(pathOf(file), await readFile(join(outDir, file), 'utf8'))),
  );
  return pages.filter((page) => page !== undefined);
}

/**
 * Adds the search bundle to a built site, in place of an older one. Nothing is written when anything is wrong.
 *
 * @param outDir the folder that Astro wrote
 */
export async function indexSite(
  outDir: string,
  entries: ContentEntries,
  cache: PageCache,
): Promise<Diagnostic[]> {
  const hints = new Map(entries.searchHints.map(({ id, data }) => [`/${id}/`, data]));
  const pages: PreparedPage[] = [];
  for (const file of listHtml(outDir)) {
    const path = pathOf(file);
    const html = await readFile(join(outDir, file), 'utf8');
    pages.push(...(await prepareCached(path, html, hints.get(path), cache)));
  }
  const { files, diagnostics } = await buildIndex(pages, entries);
  if (diagnostics.some(isError)) return diagnostics;
  const folder = join(outDir, BUNDLE);
  await rm(folder, { recursive: true, force: true });
  for (const { path, content } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return diagnostics;
}

const listHtml = (outDir: string): string[] =>
  globSync('**/*.html', { cwd: outDir })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

const pathOf = (file: string): string => `/${file.replace(/index\.html$/, '')}`;

/** One page, or none when it is not searched. */
async function prepareCached(
  path: string,
  html: string,
  hints: SearchHints | undefined,
  cache: PageCache,
): Promise<PreparedPage[]> {
  const key = createHash('sha256')
    .update(JSON.stringify([cache.fingerprint, path, html, hints]))
    .digest('hex');
  const stored = await cache.get(key);
  if (stored !== undefined) return JSON.parse(stored) as PreparedPage[];
  const page = readPage(path, html);
  const prepared = page ? [preparePage(page, hints)] : [];
  await cache.set(key, JSON.stringify(prepared));
  return prepared;
}
