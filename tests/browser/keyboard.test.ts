import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useStage } from './stage.ts';

const stage = useStage('main');

/** What has the focus: its text, or what stands for it. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.trim() || document.activeElement?.id || '');

/** Presses Tab until an element that matches has the focus; fails when that takes more steps than a page may ask. */
async function tabTo(page: Page, selector: string, steps: number): Promise<void> {
  for (let i = 0; i < steps; i += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`${selector} is not reached with ${steps} tabs; the focus is on ${await focused(page)}`);
}

describe('with the keyboard alone', () => {
  it('the first tab skips to the text', async () => {
    const page = await stage.open('/services/lambda/');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('本文へ');
    expect(await page.locator('.skip').boundingBox()).toMatchObject({ x: 0, y: 0 });
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  it('the site navigation is followed by the search', async () => {
    const page = await stage.open('/services/lambda/');
    await tabTo(page, '.site-nav a', 3);
    expect(await focused(page)).toBe('サービス');
    await tabTo(page, '[data-search-open]', 6);
    await tabTo(page, '.toc a', 40);
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toMatch(/^#[a-z]/);
  });

  it('whatever has the focus shows it, and is not covered', async () => {
    const page = await stage.open('/services/kms/');
    const hidden: string[] = [];
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press('Tab');
      const fault = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return undefined;
        const seen = [...element.getClientRects()].some(({ x, y, width, height }) => {
          const top = document.elementFromPoint(x + width / 2, y + height / 2);
          return element.contains(top) || top?.contains(element);
        });
        if (seen && getComputedStyle(element).outlineStyle !== 'none') return undefined;
        return `${seen ? 'no outline' : 'covered'}: ${element.outerHTML.slice(0, 120)}`;
      });
      if (fault !== undefined) hidden.push(fault);
    }
    expect(hidden).toEqual([]);
  });

  it('a code sample is copied', async () => {
    const page = await stage.open('/services/lambda/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const button = page.locator('figure.code .copy').first();
    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator('.copy', { hasText: 'コピーしました' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await page.locator('figure.code code').first().textContent());
    expect(await page.locator('[role=status]').textContent()).toBe('コピーしました');
  });

  it('the link of a heading is copied and followed', async () => {
    const page = await stage.open('/services/lambda/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.locator('main h2 .anchor').nth(1).focus();
    await page.keyboard.press('Enter');
    await page.locator('.anchor.copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    expect(page.url()).toMatch(/\/services\/lambda\/#[a-z]/);
  });
});
