import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Stage } from './stage.ts';

/** As many pages load at once as the smallest machine of the project has processors. */
const TABS = 2;

/**
 * Opens pages one after another in a few tabs.
 *
 * @returns what `look` said of a page, each line with the page's path
 */
export async function loadEach(
  stage: Stage,
  paths: readonly string[],
  options: BrowserContextOptions,
  look: (page: Page) => Promise<string | undefined>,
): Promise<string[]> {
  const waiting = [...paths];
  const said: string[] = [];
  const work = async () => {
    const page = await stage.open(waiting.shift() ?? '/', options);
    for (;;) {
      const line = await look(page);
      if (line !== undefined) said.push(`${new URL(page.url()).pathname}: ${line}`);
      const next = waiting.shift();
      if (next === undefined) return;
      await page.goto(stage.url + next.slice(1));
    }
  };
  await Promise.all(Array.from({ length: TABS }, work));
  return said.toSorted();
}
