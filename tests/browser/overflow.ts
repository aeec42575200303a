import type { Page } from 'playwright-core';

/** How far a page can be scrolled sideways, in words; undefined when it fits its window. */
export async function overflowOf(page: Page): Promise<string | undefined> {
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  return beyond > 0 ? `${beyond} px too wide` : undefined;
}
