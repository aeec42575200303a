import { expect, it } from 'vitest';
import { ask, holdStyles, openSearch } from './search.ts';
import { useStage } from './stage.ts';

const stage = useStage('main');

it('the program of the search waits for the pointer, the index for a question', async () => {
  const page = await stage.open('/about/');
  const index: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/pagefind/')) index.push(request.url());
  });
  const program = page.waitForResponse(/_astro\/dialog/);
  await page.locator('header [data-search-open]').hover();
  await program;
  expect(index).toEqual([]);
  await openSearch(page);
  await ask(page, 'Lambda');
  expect(index.length).toBeGreaterThan(2);
});

it('the dialog is not shown before its style sheet is there', async () => {
  const page = await stage.open('/about/');
  const asked = await holdStyles(page);
  await page.keyboard.press('/');
  const answer = await asked.promise;
  expect(await page.locator('.search-dialog').count()).toBe(0);
  await answer();
  await page.locator('.search-dialog[open]').waitFor();
  expect(await page.locator('.search-box').evaluate((box) => getComputedStyle(box).display)).toBe('flex');
});

it('a first search loads little, the next one less', async () => {
  const page = await stage.open('/about/');
  let sent = 0;
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (sent += encodedDataLength));
  await openSearch(page);
  await ask(page, 'ライフサイクルポリシー');
  const first = sent;
  await ask(page, 'スナップショット');
  console.log(`search: first ${first} B with its program, next ${sent - first} B`);
  // What nineteen of twenty questions may cost.
  expect(first).toBeLessThanOrEqual(180 * 1024);
  expect(sent - first).toBeLessThanOrEqual(65 * 1024);
});
