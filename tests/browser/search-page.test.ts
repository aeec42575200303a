import { describe, expect, it } from 'vitest';
import { findBarriers } from './axe.ts';
import { answered, ask, clearStatus, dialogHits, openSearch, pageHits } from './search.ts';
import { useStage } from './stage.ts';

const stage = useStage('main');

describe('the search page', () => {
  it.each(['同時実行', 'cfn ドリフト', 'サーバ', 'ＡＬＢ'])(
    'answers %s as the dialog does',
    async (query) => {
      const page = await stage.open(`/search/?q=${encodeURIComponent(query)}`);
      await answered(page);
      const hits = await pageHits(page);
      const other = await stage.open('/about/');
      await openSearch(other);
      await ask(other, query);
      const inDialog = await dialogHits(other);
      expect(inDialog.length).toBeGreaterThan(1);
      expect(hits.slice(0, inDialog.length)).toEqual(inDialog);
    },
  );

  it('is where the dialog leads for all results', async () => {
    const page = await stage.open('/about/');
    await openSearch(page);
    await ask(page, 'スナップショット');
    const total = await page.locator('.search-status').innerText();
    await page.locator('.hit-all').click();
    await page.waitForURL('**/search/?q=*');
    await answered(page);
    expect(await page.locator('.search-status').innerText()).toBe(total);
    while (await page.locator('.search-results ~ button').isVisible()) {
      const before = (await pageHits(page)).length;
      await page.locator('.search-results ~ button').click();
      await page.waitForFunction((n) => document.querySelectorAll('main ol > li').length > n, before);
    }
    const hits = await pageHits(page);
    expect(`${hits.length} ページ`).toBe(total);
    expect(new Set(hits).size).toBe(hits.length);
  });

  it('offers more only when there is more', async () => {
    const page = await stage.open('/about/');
    // No answer for now.
    await page.route('**/pagefind/**', () => undefined);
    await page.goto(`${stage.url}search/?q=Lambda`);
    await page.locator('.search-status:not(:empty)').waitFor();
    expect(await page.locator('.search-results ~ button').isVisible()).toBe(false);
  });

  it('leads to the indexes where it has no results, and once', async () => {
    const page = await stage.open('/search/');
    const ways = page.locator('main a', { hasText: /逆引き|見出し索引/ });
    expect(await ways.count()).toBe(2);
    await page.locator('[data-search-field]').fill('ぬるぽ珍紛漢紛');
    await answered(page);
    expect(await ways.count()).toBe(2);
    await clearStatus(page);
    await page.locator('[data-search-field]').fill('Lambda');
    await answered(page);
    expect(await ways.count()).toBe(0);
  });

  it('keeps the question in its address, filters too', async () => {
    const page = await stage.open('/search/');
    await page.locator('[data-search-field]').fill('スナップショット');
    await answered(page);
    const unfiltered = await pageHits(page);
    await clearStatus(page);
    await page.locator('[name=category]').selectOption('ストレージ');
    await answered(page);
    expect(new URL(page.url()).search).toBe(`?q=${encodeURIComponent('スナップショット')}&category=storage`);
    const hits = await pageHits(page);
    expect(hits).not.toEqual(unfiltered);

    const shared = await stage.open(page.url().slice(stage.url.length - 1));
    await answered(shared);
    expect(await pageHits(shared)).toEqual(hits);
    expect(await shared.locator('[name=category]').inputValue()).toBe('ストレージ');
    expect(await shared.title()).toContain('スナップショット');
  });

  it('is found as it was left, further results and all', async () => {
    const page = await stage.open('/search/?q=S3');
    await answered(page);
    const hits = page.locator('main ol > li');
    await page.locator('.search-results ~ button').click();
    await expect.poll(() => hits.count()).toBe(20);
    await hits.nth(17).scrollIntoViewIfNeeded();
    const top = await page.evaluate(() => scrollY);
    await hits.nth(17).locator('a').first().click();
    await page.waitForURL((url) => url.pathname !== '/search/');
    await page.goBack();
    await expect.poll(() => hits.count()).toBe(20);
    expect(await page.evaluate(() => scrollY)).toBe(top);
    await page.reload();
    await expect.poll(() => hits.count()).toBe(20);
    expect(await page.evaluate(() => scrollY)).toBe(top);
  });

  it('goes back and forward through questions, not through letters', async () => {
    const page = await stage.open('/search/?q=Lambda');
    const input = page.locator('[data-search-field]');
    await answered(page);
    const first = await pageHits(page);
    await input.fill('');
    await page.keyboard.type('ECS');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.search === '?q=ECS');
    await answered(page);
    await clearStatus(page);
    await page.goBack();
    await answered(page);
    expect(await input.inputValue()).toBe('Lambda');
    expect(await pageHits(page)).toEqual(first);
    await clearStatus(page);
    await page.goForward();
    await answered(page);
    expect(await input.inputValue()).toBe('ECS');
    expect((await pageHits(page))[0]).toContain('/services/ecs/');
  });

  it('comes back as it was from a result', async () => {
    const page = await stage.open('/search/?q=Lambda');
    await answered(page);
    const hits = await pageHits(page);
    await page.locator('main ol > li a').first().click();
    await page.waitForURL('**/services/**');
    await page.goBack();
    await answered(page);
    expect(await pageHits(page)).toEqual(hits);
  });

  it('has no barrier with results on it', async () => {
    const page = await stage.open('/search/?q=Lambda');
    await answered(page);
    expect(await findBarriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findBarriers(page, ['color-contrast'])).toEqual([]);
  });

  it('takes the slash to its own field', async () => {
    const page = await stage.open('/search/?q=Lambda');
    await answered(page);
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
    expect(await page.locator('.search-dialog').count()).toBe(0);
  });
});
