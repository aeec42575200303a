import { describe, expect, it } from 'vitest';
import { isSlug } from '../../src/schema/index.ts';
import { findBarriers } from './axe.ts';
import { overflowOf } from './overflow.ts';
import { answered, ask, clearStatus, dialogHits, field, openSearch } from './search.ts';
import { PHONE, useStage } from './stage.ts';

const stage = useStage('main');
const active = (page: Awaited<ReturnType<typeof stage.open>>) =>
  page.locator('[role=option][aria-selected=true]');

describe('the search opens', () => {
  it.each(['/', 'Control+k', 'Meta+k'])('with %s, and closes with Escape', async (key) => {
    const page = await stage.open('/services/kms/');
    await page.keyboard.press(key);
    await page.locator('.search-dialog[open]').waitFor();
    expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await field(page).inputValue()).toBe('');
    await page.keyboard.press('Escape');
    expect(await page.locator('.search-dialog').isVisible()).toBe(false);
  });

  it('at its button, and gives the focus back', async () => {
    const page = await stage.open('/services/kms/');
    const opener = page.locator('header [data-search-open]');
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.locator('.search-dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    expect(await opener.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(new URL(page.url()).pathname).toBe('/services/kms/');
  });

  it('at the field of the home page, with what was typed there', async () => {
    const page = await stage.open('/');
    await page.locator('.hero-search input').fill('同時実行');
    await page.locator('.hero-search input').click();
    await answered(page);
    expect(await field(page).inputValue()).toBe('同時実行');
    expect((await dialogHits(page)).length).toBeGreaterThan(2);
  });

  it('not while something is typed into another field', async () => {
    const page = await stage.open('/services/');
    const word = page.locator('.filters input');
    await word.focus();
    await page.keyboard.type('a/b');
    await page.keyboard.press('Control+k');
    expect(await word.inputValue()).toMatch(/^a\/b/);
    expect(await page.locator('.search-dialog').count()).toBe(0);
  });

  it('and closes with a click beside it', async () => {
    const page = await stage.open('/services/kms/');
    const dialog = await openSearch(page);
    await page.mouse.click(20, 700);
    await dialog.waitFor({ state: 'detached' });
  });
});

describe('with the keyboard alone', () => {
  it('arrows choose a section, Enter opens it', async () => {
    const page = await stage.open('/about/');
    await openSearch(page);
    await clearStatus(page);
    await page.keyboard.type('ライフサイクル');
    await answered(page);
    const first = await active(page).getAttribute('href');
    expect(await field(page).getAttribute('aria-activedescendant')).toBe(
      await active(page).getAttribute('id'),
    );
    await page.keyboard.press('ArrowDown');
    const second = await active(page).getAttribute('href');
    expect(second).not.toBe(first);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await active(page).innerText()).toMatch(/すべての結果を見る/);
    await page.keyboard.press('ArrowDown');
    expect(await active(page).getAttribute('href')).toBe(first);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== '/about/');
    expect(page.url()).toBe(new URL(first ?? '', stage.url).href);
  });

  it('the chosen section stays in sight', async () => {
    const page = await stage.open('/about/', { viewport: { width: 1280, height: 500 } });
    await openSearch(page);
    await ask(page, 'スナップショット');
    for (let i = 0; i < 9; i += 1) await page.keyboard.press('ArrowDown');
    const box = await active(page).boundingBox();
    const body = await page.locator('.search-body').boundingBox();
    expect(box && body && box.y >= body.y && box.y + box.height <= body.y + body.height + 1).toBe(true);
  });

  it('Tab reaches the filters, and nothing behind the dialog', async () => {
    const page = await stage.open('/about/');
    await openSearch(page);
    await ask(page, 'スナップショット');
    const reached: string[] = [];
    for (let i = 0; i < 6; i += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(() => document.activeElement?.getAttribute('name') ?? ''));
    }
    expect(reached).toContain('category');
    expect(reached).toContain('kind');
    expect(await page.locator('main').evaluate((main) => main.contains(document.activeElement))).toBe(false);
  });
});

describe('results', () => {
  it('are sections under their page, with the words of the query marked as the page spells them', async () => {
    const page = await stage.open('/about/');
    await openSearch(page);
    await ask(page, 'ｽﾅｯﾌﾟｼｮｯﾄ');
    const marks = await page.locator('.hit mark').allInnerTexts();
    expect(new Set(marks)).toContain('スナップショット');
    expect(await page.locator('.hit-page').first().innerText()).toMatch(/^(?:サービス|比較|用語集|クォータ)/);
    const href = await page.locator('a.hit[href*="#"]').first().getAttribute('href');
    const target = await page.request.get(new URL(href ?? '', stage.url).href);
    expect(await target.text()).toContain(`id="${href?.split('#')[1]}"`);
  });

  it('put the service that is named first', async () => {
    const page = await stage.open('/about/');
    await openSearch(page);
    for (const [query, path] of [
      ['Lambda', '/services/lambda/'],
      ['ラムダ', '/services/lambda/'],
      ['dynamodb', '/services/dynamodb/'],
      ['ｓ３', '/services/s3/'],
    ] as const) {
      await ask(page, query);
      expect((await dialogHits(page))[0]?.split('#')[0], query).toBe(path);
    }
  });

  it('are narrowed by category and kind, with numbers that hold', async () => {
    const page = await stage.open('/about/');
    await openSearch(page);
    await ask(page, 'スナップショット');
    const category = page.locator('.search-dialog [name=category]');
    const option = await category.locator('option').nth(1).innerText();
    const [, label = '', count = ''] = /^(.+)（(\d+)）$/.exec(option) ?? [];
    await clearStatus(page);
    await category.selectOption({ index: 1 });
    await answered(page);
    expect(await page.locator('.search-status').innerText()).toBe(`${count} ページ`);
    for (const head of await page.locator('.search-group .hit-page').allInnerTexts())
      expect(head).toContain(label);
    await clearStatus(page);
    await page.locator('.search-dialog [name=kind]').selectOption('service');
    await answered(page);
    for (const href of await dialogHits(page)) expect(href).toMatch(/^\/services\//);
  });

  it('that are only near say so, and offer what was probably meant', async () => {
    const page = await stage.open('/about/');
    await openSearch(page);
    await ask(page, 'スナップショト');
    expect(await page.locator('.search-status').innerText()).toContain('近い結果');
    expect(await page.locator('.hit-near').count()).toBeGreaterThan(0);
    const meant = page.locator('.search-suggestion button');
    expect(await meant.innerText()).toBe('スナップショット');
    await clearStatus(page);
    await meant.click();
    await answered(page);
    expect(await field(page).inputValue()).toBe('スナップショット');
    expect(await page.locator('.hit-near').count()).toBe(0);
    await ask(page, 'api gatway');
    expect(await meant.innerText()).toBe('API Gateway');
  });

  it('that do not exist are said not to, with advice', async () => {
    const page = await stage.open('/about/');
    await openSearch(page);
    await ask(page, 'ぬるぽ珍紛漢紛');
    expect(await page.locator('.search-status').innerText()).toContain('見つかりませんでした');
    expect(await page.locator('.search-advice li').count()).toBeGreaterThan(1);
    await page.locator('.search-notices a', { hasText: '見出し索引' }).click();
    await page.waitForURL('**/headings/');
  });
});

describe('before anything is typed', () => {
  it('the pages of the site are offered', async () => {
    const page = await stage.open('/services/kms/');
    await openSearch(page);
    expect(await page.getByRole('option').allInnerTexts()).toEqual(
      expect.arrayContaining(['サービス', '用語集', '関係図', '見出し索引']),
    );
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/services/');
  });

  it('they answer to their names, whatever else is found', async () => {
    const page = await stage.open('/services/kms/');
    await openSearch(page);
    await ask(page, '関係図');
    await page.locator('#search_pages + a', { hasText: '関係図' }).click();
    await page.waitForURL('**/map/');
  });

  it('so are the last searches that led somewhere, until they are forgotten', async () => {
    const page = await stage.open('/services/kms/');
    await openSearch(page);
    await ask(page, 'ドリフト');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== '/services/kms/');
    await openSearch(page);
    const recent = page.locator('[data-query]');
    expect(await recent.allInnerTexts()).toEqual(['ドリフト']);
    await clearStatus(page);
    await recent.click();
    await answered(page);
    expect((await dialogHits(page)).length).toBeGreaterThan(0);
    await field(page).fill('');
    await page.locator('.search-after button').click();
    expect(await recent.count()).toBe(0);
    expect(await page.evaluate(() => localStorage.length)).toBe(1); // The recent page, kept apart.
    expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
  });
});

describe('the dialog', () => {
  it('takes no id that a writer may want', async () => {
    const page = await stage.open('/services/kms/');
    const dialog = await openSearch(page);
    await ask(page, '関係図');
    const ids = await dialog.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(3);
    expect(ids.filter(isSlug)).toEqual([]);
  });

  it('has no barrier in any state, light and dark', async () => {
    const page = await stage.open('/about/', { reducedMotion: 'reduce' });
    await openSearch(page);
    for (const query of ['', 'スナップショット', 'スナップショト', 'ぬるぽ珍紛漢紛']) {
      if (query !== '') await ask(page, query);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await findBarriers(page), query).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await findBarriers(page, ['color-contrast']), query).toEqual([]);
    }
  });

  it('fills a phone and fits it', async () => {
    const page = await stage.open('/about/', { viewport: PHONE, reducedMotion: 'reduce' });
    const dialog = await openSearch(page);
    await ask(page, 'スナップショット');
    expect(await dialog.boundingBox()).toEqual({ x: 0, y: 0, ...PHONE });
    expect(await overflowOf(page)).toBeUndefined();
    expect(await findBarriers(page, ['target-size'])).toEqual([]);
    const inside = await page.locator('.search-body').evaluate((body) => body.scrollWidth - body.clientWidth);
    expect(inside).toBe(0);
  });
});
