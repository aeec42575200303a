import type { Browser, Page } from 'playwright-core';
import type { Engine, EngineOptions } from '../engine/types.ts';
import { countBytes, type OpenSearch, type SearchDriver } from './driver.ts';

interface EngineModule {
  readonly createEngine: (options: EngineOptions) => Promise<Engine>;
}

/**
 * Asks the search page of a built site, and reads what it shows.
 *
 * @param url address of the home page
 * @param engineFile address of the file that holds the engine, for measuring it without the page
 */
export const siteDriver = (browser: Browser, url: string, engineFile: string): SearchDriver => ({
  async open(): Promise<OpenSearch> {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    // Whoever searches has read a page of the site: what all pages load is not the search's.
    await page.goto(`${url}about/`, { waitUntil: 'networkidle' });
    const takeBytes = await countBytes(page);
    return {
      takeBytes,
      close: () => context.close(),
      async ask(query) {
        const address = `${url}search/?q=${encodeURIComponent(query)}`;
        if (page.url().includes('/search/')) await page.evaluate(goBackTo, address);
        else await page.goto(address);
        await page.waitForFunction(() => {
          const status = document.querySelector('main [role=status]')?.textContent ?? '';
          return status !== '' && !status.endsWith('…');
        });
        return readList(page, baseOf(url));
      },
      type: (query) => page.evaluate(typeInto, { query, engineFile, base: baseOf(url) }),
    };
  },
});

/** The path of the home page. */
const baseOf = (url: string): string => new URL(url).pathname;

/** Pages in the order of the list, by their paths under the base: one item each, its first link leads to a section of it. */
async function readList(page: Page, base: string) {
  const items = await page.$$eval('main ol > li', (all) =>
    all.map((item) => ({
      path: new URL(item.querySelector('a')?.href ?? '', location.href).pathname,
      near: item.querySelector('.hit-near') !== null,
    })),
  );
  return {
    pages: items.map(({ path }) => `/${path.slice(base.length)}`),
    unmarked: items.filter(({ near }) => !near).length,
  };
}

/** Runs in the page: asks as the browser does when a reader goes back to an earlier search. */
function goBackTo(address: string): void {
  const status = document.querySelector('main [role=status]');
  if (status) status.textContent = '';
  history.replaceState(null, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
}

/** Runs in the page. */
async function typeInto({ query, engineFile, base }: { query: string; engineFile: string; base: string }) {
  const kept = globalThis as { engine?: Promise<Engine> };
  kept.engine ??= import(engineFile).then(({ createEngine }: EngineModule) => createEngine({ base }));
  const engine = await kept.engine;
  const times: { results: number; excerpts: number }[] = [];
  for (let length = 1; length <= query.length; length += 1) {
    const start = performance.now();
    const { results } = await engine.search(query.slice(0, length));
    const found = performance.now();
    await Promise.all(results.slice(0, 10).map((hit) => hit.load()));
    times.push({ results: found - start, excerpts: performance.now() - start });
  }
  return times;
}
