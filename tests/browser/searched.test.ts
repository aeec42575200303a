import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { ask, openSearch } from './search.ts';
import { useStage } from './stage.ts';

const stage = useStage('main');

/** The words that are marked on a page, and the headings of the sections that they stand in. */
const marks = (page: Page): Promise<{ words: string[]; sections: string[] }> =>
  page.evaluate(() => {
    const ranges = [...(CSS.highlights.get('searched') ?? [])].map(
      ({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range;
      },
    );
    const sectionOf = ({ startContainer: { parentElement } }: Range) =>
      parentElement?.closest('section')?.querySelector('[id]')?.id ?? '';
    return {
      words: [...new Set(ranges.map(String))],
      sections: [...new Set(ranges.map(sectionOf))],
    };
  });
const wordsOf = async (page: Page) => (await marks(page)).words;

it('marks the words of a search in the section that it led to, until Escape or the next visit', async () => {
  const page = await stage.open('/about/');
  await openSearch(page);
  await ask(page, '同時実行数');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/services/lambda/#concurrency');
  await expect.poll(() => marks(page)).toEqual({ words: ['同時実行数'], sections: ['concurrency'] });
  await page.keyboard.press('Escape');
  expect(await wordsOf(page)).toEqual([]);
});

it('marks them also where the search was opened on the same page, and no longer after a reload', async () => {
  const page = await stage.open('/services/lambda/');
  await openSearch(page);
  await ask(page, '同時実行数');
  await page.keyboard.press('Enter');
  await expect.poll(() => wordsOf(page)).toEqual(['同時実行数']);
  await page.reload();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  expect(await wordsOf(page)).toEqual([]);
});

it('finds words that links and code cut in two, in any case, and the longest first', async () => {
  const page = await stage.open('/search/?q=lambda%20event');
  const hit = page.locator('a.hit[href*="#"]').first();
  await hit.evaluate((link: HTMLAnchorElement) => {
    const mark = (text: string) => Object.assign(document.createElement('mark'), { textContent: text });
    link.href = '/services/lambda/#invocation';
    link.replaceChildren(mark('呼び出し'), mark('呼び出し方の比較'), mark('invoke'), mark('（HTTP 429）'));
  });
  await hit.click();
  await page.waitForURL('**/services/lambda/#invocation');
  await expect
    .poll(() => wordsOf(page))
    .toEqual(expect.arrayContaining(['呼び出し', '呼び出し方の比較', 'Invoke', '（HTTP 429）']));
});
