import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { Browser } from 'playwright-core';
import type { SearchPage } from '../pages/search-page.ts';
import type { BaselineServer } from './baseline-server.ts';
import type { OpenSearch, SearchDriver } from './driver.ts';

/** The part of Pagefind's own browser interface that is used here. */
interface StockPagefind {
  init(): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}

/**
 * Indexes the same pages with Pagefind as it comes: Japanese, no settings but where the text of a page is.
 *
 * @param outDir the built site
 * @param folder where to write a page that searches, and its index
 */
export async function buildBaseline(
  outDir: string,
  pages: readonly SearchPage[],
  folder: string,
): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'ja', rootSelector: 'main' });
  if (!index) throw new Error(errors.join(' '));
  for (const { path } of pages)
    await index.addHTMLFile({ url: path, content: await readFile(join(outDir, path, 'index.html'), 'utf8') });
  await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  await close();
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><html lang="ja"><title>Pagefind</title><main></main></html>',
  );
}

/** Asks Pagefind's own interface on a page of its own. */
export const baselineDriver = (browser: Browser, { url, takeBytes }: BaselineServer): SearchDriver => ({
  async open(): Promise<OpenSearch> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
    takeBytes();
    const run = (query: string) => page.evaluate(askPagefind, query);
    return {
      takeBytes,
      close: () => context.close(),
      async ask(query) {
        const { pages } = await run(query);
        return { pages, unmarked: pages.length };
      },
      async type(query) {
        const times = [];
        for (let length = 1; length <= query.length; length += 1)
          times.push((await run(query.slice(0, length))).times);
        return times;
      },
    };
  },
});

/** Runs in the page. */
async function askPagefind(query: string) {
  const program = '/pagefind/pagefind.js';
  const pagefind = (await import(program)) as StockPagefind;
  await pagefind.init();
  const start = performance.now();
  const { results } = await pagefind.search(query);
  const found = performance.now();
  const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return {
    pages: shown.map(({ url }) => new URL(url, location.href).pathname),
    times: { results: found - start, excerpts: performance.now() - start },
  };
}
