import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DESKTOP, PHONE, TABLET, useStage } from './stage.ts';

const stage = useStage('main');
const boxOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);
const current = (page: Page) => page.locator('.toc [aria-current=location]').innerText();

describe('the table of contents', () => {
  it('says where the reader is, also after a jump over many headings', async () => {
    const page = await stage.open('/services/lambda/');
    expect(await current(page)).toBe('概要');
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect.poll(() => current(page)).not.toBe('概要');
    await page.evaluate(() => scrollTo(0, 0));
    await expect.poll(() => current(page)).toBe('概要');
  });

  it.each([
    ['a short page', '/services/codestar/', DESKTOP],
    ['short sections', '/services/sqs/', DESKTOP],
    ['a low window', '/services/codestar/', { width: 844, height: 390 }],
    ['a phone', '/compare/load-balancers/', PHONE],
  ])('marks every entry that is chosen: %s', async (_, path, viewport) => {
    const page = await stage.open(path, { viewport });
    const entries = await page
      .locator('.toc a')
      .evaluateAll((links: HTMLAnchorElement[]) => links.map(({ hash }) => hash));
    const marked = () =>
      page.locator('.toc [aria-current=location]').evaluate((link: HTMLAnchorElement) => link.hash);
    for (const entry of entries) {
      await page.evaluate((hash) => location.assign(hash), entry);
      await expect.poll(marked).toBe(entry);
      // Nor does what the page does next take the mark away.
      await page.waitForTimeout(50);
      expect(await marked()).toBe(entry);
    }
  });

  it('marks the last entry at the end of a page', async () => {
    const page = await stage.open('/services/codestar/');
    const last = await page.locator('.toc a').last().innerText();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect.poll(() => current(page)).toBe(last);
  });

  it('stays in sight below the header on a tablet', async () => {
    const page = await stage.open('/services/lambda/#permissions', { viewport: TABLET });
    const contents = await boxOf(page, '.page-toc');
    expect(contents.top).toBe((await boxOf(page, '.site-header')).bottom);
    expect((await boxOf(page, '#permissions')).top).toBeGreaterThanOrEqual(contents.bottom);
  });

  it('leaves a low window to the text: the header scrolls away, the contents stay', async () => {
    const page = await stage.open('/services/lambda/#permissions', { viewport: { width: 844, height: 390 } });
    expect((await boxOf(page, '.site-header')).bottom).toBeLessThan(0);
    expect((await boxOf(page, '.page-toc')).top).toBe(0);
    expect((await boxOf(page, '#permissions')).top).toBeGreaterThanOrEqual(
      (await boxOf(page, '.page-toc')).bottom,
    );
  });

  it('names the section on a phone while it is folded', async () => {
    const page = await stage.open('/services/lambda/#permissions', { viewport: PHONE });
    const heading = await page.locator('#permissions').innerText();
    await expect
      .poll(() => page.locator('[data-toc-current]').innerText())
      .toBe(heading.replaceAll(/\s*#?\n?$/g, ''));
  });
});

it('a short name of a row of a table keeps to one line', async () => {
  const page = await stage.open('/services/ecs/');
  const lines = await page
    .locator('th[scope=row]', { hasText: /^20\d\d\s年 1?\d\s月$/ })
    .evaluateAll((names) =>
      names.map((name) => {
        const text = document.createRange();
        text.selectNodeContents(name);
        return new Set([...text.getClientRects()].map(({ top }) => top)).size;
      }),
    );
  expect(lines.length).toBeGreaterThan(5);
  expect(new Set(lines)).toEqual(new Set([1]));
});

describe('what the reader did on another page', () => {
  const comeBack = (page: Page) =>
    page.evaluate(() => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));

  it('holds on a page that is open beside it, and on one that is come back to: the colours', async () => {
    const page = await stage.open('/services/sqs/');
    const other = await page.context().newPage();
    await other.goto(`${stage.url}about/`);
    const theme = () => page.evaluate(() => document.documentElement.dataset['theme']);
    await other.locator('#theme_select').selectOption('dark');
    await expect.poll(theme).toBe('dark');
    expect(await page.locator('#theme_select').inputValue()).toBe('dark');
    await other.locator('#theme_select').selectOption('auto');
    await expect.poll(theme).toBe(undefined);

    await page.evaluate(() => localStorage.setItem('theme', 'light'));
    await comeBack(page);
    expect(await theme()).toBe('light');
  });

  it('is known at home when it is come back to: the pages that were read', async () => {
    const page = await stage.open('/');
    const other = await page.context().newPage();
    await other.goto(`${stage.url}services/sqs/`);
    const recent = page.locator('[data-recent] a');
    expect(await recent.count()).toBe(0);
    await comeBack(page);
    expect(await recent.allInnerTexts()).toEqual(['SQS']);
  });

  it('makes links of nothing but paths of this site', async () => {
    const page = await stage.open('/');
    await page.evaluate(() => {
      const paths = ['//other.example/', '/\\other.example/', 'https://other.example/', 1, '/services/sqs/'];
      const visits = paths.map((path) => ({ path, title: String(path) }));
      localStorage.setItem('recent-pages', JSON.stringify([null, 'x', ...visits]));
    });
    await page.reload();
    expect(await page.locator('[data-recent] a').allInnerTexts()).toEqual(['/services/sqs/']);
  });
});

describe('tables on a phone', () => {
  it('become cards where they hold sentences: nothing is cut off, each cell under its column', async () => {
    const page = await stage.open('/compare/lambda-invocation/', { viewport: PHONE });
    const table = page.locator('.table.cards').first();
    expect(await table.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    const cell = table.locator('td[data-label]').first();
    const label = await cell.evaluate((td) => getComputedStyle(td, '::before').content);
    expect(label).toContain((await cell.getAttribute('data-label')) ?? 'no label');
    const wide = await stage.open('/compare/lambda-invocation/');
    expect(
      await wide
        .locator('.cards td')
        .first()
        .evaluate((td) => getComputedStyle(td).display),
    ).toBe('table-cell');
  });

  it('fit the narrowest phone where they hold limits, and so does the navigation above them', async () => {
    const page = await stage.open('/quotas/#service-lambda', { viewport: { width: 320, height: 568 } });
    const beyond = await page
      .locator('.quotas, .site-nav')
      .evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth).length);
    expect(beyond).toBe(0);
  });
});

describe('copying Markdown', () => {
  it('of a page and of a section', async () => {
    const page = await stage.open('/services/sqs/', { permissions: ['clipboard-read', 'clipboard-write'] });
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await page.locator('[data-actions] button').first().click();
    await expect.poll(copied).toMatch(/^# Amazon Simple Queue Service/);
    const section = page.locator('article section', { has: page.locator('.note-sources button') }).first();
    await section.locator('.note-sources button').click();
    await expect.poll(copied).toMatch(/^## /);
    expect(await copied()).not.toMatch(/\n## /);
  });

  it('says so again when it is asked again, and says when it could not', async () => {
    const page = await stage.open('/services/sqs/', { permissions: ['clipboard-read', 'clipboard-write'] });
    const button = page.locator('[data-actions] button').first();
    const label = await button.innerText();
    await button.click();
    await expect.poll(() => button.innerText()).toBe('コピーしました');
    await button.click();
    await page.waitForTimeout(2500);
    expect(await button.innerText()).toBe(label);

    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new Error('refused'));
    });
    await page.locator('figure.code .copy').first().click();
    await page.locator('.copy', { hasText: 'コピーできませんでした' }).waitFor();
  });
});

describe('a preview of a link', () => {
  it('is fetched at the first intent only, shows for the keyboard, and goes with Escape', async () => {
    const page = await stage.open('/services/sqs/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const link = page.locator('main a.auto-service').first();
    await link.scrollIntoViewIfNeeded();
    expect(asked.filter((path) => path === '/previews.json')).toEqual([]);
    await link.focus();
    await page.locator('.preview').waitFor();
    expect(await page.locator('.preview').innerText()).not.toBe('');
    expect(await link.getAttribute('aria-describedby')).toBe('preview_card');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.preview').isVisible()).toBe(false);
  });
});
