import type { Page } from 'playwright-core';

/** The scripts and data files that a page has loaded so far, and their size as they were sent. */
export const scriptsOf = (page: Page): Promise<{ bytes: number; urls: string[] }> =>
  page.evaluate(() => {
    const loaded = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
      ({ name }) => /\.js$|\.json$|\/pagefind\//.test(name),
    );
    return {
      bytes: loaded.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      urls: loaded.map(({ name }) => name),
    };
  });
