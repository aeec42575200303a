import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answered, dialogHits, field, openSearch } from './search.ts';
import { useStage } from './stage.ts';

const stage = useStage('main');

/** Lets requests fail until it is called again with nothing. */
async function breakRequests(
  page: Page,
  pattern: string,
  how: 'offline' | 404 | 'garbage',
): Promise<() => Promise<void>> {
  await page.route(pattern, (route) => {
    if (how === 'offline') return route.abort('internetdisconnected');
    if (how === 404) return route.fulfill({ status: 404, body: '404' });
    return route.fulfill({ status: 200, body: 'no index at all' });
  });
  return () => page.unroute(pattern);
}

const PROGRAM = '検索を読み込めませんでした';
const failure = (page: Page) => page.locator('.search-failure');

describe('a search that fails says so, and works when it is tried again', () => {
  it.each([
    ['the list of pages cannot be fetched', '**/pagefind/*', 'offline'],
    ['a part of the index cannot be fetched', '**/pagefind/index/**', 'offline'],
    ['the texts cannot be fetched', '**/pagefind/text/**', 'offline'],
    ['what was fetched is no index', '**/pagefind/index/**', 'garbage'],
  ] as const)('%s', async (_, pattern, how) => {
    const page = await stage.open('/about/');
    const mend = await breakRequests(page, pattern, how);
    await openSearch(page);
    await field(page).fill('Lambda');
    await failure(page).waitFor();
    expect((await page.locator('.search-body').innerText()).match(/読み込め|動かせ/g)).toHaveLength(1);
    expect(await failure(page).locator('a').last().getAttribute('href')).toBe('/headings/');
    stage.troubles.splice(0);

    await mend();
    await failure(page).locator('button').click();
    await answered(page);
    expect((await dialogHits(page))[0]).toContain('/services/lambda/');
    expect(await field(page).inputValue()).toBe('Lambda');
  });

  it.each([
    ['an index of another release', '**/pagefind/index/**', 404, 'Lambda', 'サイトが新しくなりました'],
    ['an engine that cannot be fetched', '**/_astro/engine*', 'offline', 'Lambda', PROGRAM],
    [
      'its part for near results that cannot be fetched',
      '**/_astro/near*',
      'offline',
      'Lambdaの同時実行数を増やす',
      PROGRAM,
    ],
  ] as const)('%s asks for the page anew, at the same question', async (_, pattern, how, query, message) => {
    const page = await stage.open('/about/');
    const mend = await breakRequests(page, pattern, how);
    await openSearch(page);
    await field(page).fill(query);
    await failure(page).waitFor();
    expect(await page.locator('.search-status').innerText()).toContain(message);
    stage.troubles.splice(0);
    await mend();
    await failure(page).locator('button').click();
    await page.waitForURL(`**/search/?q=${encodeURIComponent(query)}`);
    await answered(page);
    expect(await page.locator('main ol > li a').first().getAttribute('href')).toContain('/services/lambda/');
  });

  it('the search page does the same', async () => {
    const page = await stage.open('/search/');
    const mend = await breakRequests(page, '**/pagefind/index/**', 'offline');
    await page.locator('[data-search-field]').fill('Lambda');
    await failure(page).waitFor();
    stage.troubles.splice(0);
    await mend();
    await failure(page).locator('button').click();
    await answered(page);
    expect(await page.locator('main ol > li').count()).toBeGreaterThan(1);
  });

  it.each([
    ['program', '**/_astro/dialog*.js'],
    ['style sheet', '**/_astro/search*.css'],
  ])('a dialog whose %s cannot be fetched leads to the search page', async (_, pattern) => {
    const page = await stage.open('/about/');
    await breakRequests(page, pattern, 'offline');
    await page.locator('header [data-search-open]').click();
    await page.waitForURL('**/search/');
    stage.troubles.splice(0);
  });
});
