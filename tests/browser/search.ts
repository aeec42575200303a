import type { Locator, Page } from 'playwright-core';

/** Opens the search with the keyboard. */
export async function openSearch(page: Page): Promise<Locator> {
  await page.keyboard.press('/');
  const dialog = page.locator('.search-dialog[open]');
  await dialog.waitFor();
  return dialog;
}

/** Keeps back the style sheet of the search; `promise` says that it was asked for, with what lets it through. */
export async function holdStyles(page: Page): Promise<{ readonly promise: Promise<() => Promise<void>> }> {
  const asked = Promise.withResolvers<() => Promise<void>>();
  await page.route('**/_astro/search*.css', (route) => asked.resolve(() => route.continue()));
  return asked;
}

export const field = (page: Page): Locator => page.getByRole('combobox', { name: 'サイト内検索' });

/** Types a query into the dialog and waits until it is answered. */
export async function ask(page: Page, query: string): Promise<void> {
  await clearStatus(page);
  await field(page).fill(query);
  await answered(page);
}

/** Lets `answered` tell the next answer from the last one. */
export const clearStatus = (page: Page): Promise<void> =>
  page.locator('.search-status').evaluate((status) => void (status.textContent = ''));

export const answered = (page: Page): Promise<unknown> =>
  page.waitForFunction(() =>
    /ページ|見つかり/.test(document.querySelector('.search-status')?.textContent ?? ''),
  );

/** Where the best section of each page that is shown in the dialog leads, best page first. */
export const dialogHits = (page: Page): Promise<string[]> =>
  page
    .locator('[aria-labelledby^=search_page_] > a:first-of-type')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

/** The same on the search page. */
export const pageHits = (page: Page): Promise<string[]> =>
  page
    .locator('main ol > li')
    .evaluateAll((items) => items.map((item) => item.querySelector('a')?.getAttribute('href') ?? ''));
