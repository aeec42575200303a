import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ask, openSearch } from './search.ts';
import { DESKTOP, PHONE, TABLET, useStage } from './stage.ts';

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

/** What is wrong with how the focus is shown; runs in the page. */
function findFocusFault(): string | undefined {
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  const rects = [...element.getClientRects()];
  const seen = rects.some(({ x, y, width, height }) => {
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    return element.contains(top) || top?.contains(element);
  });
  const { outlineStyle, outlineOffset, outlineWidth } = getComputedStyle(element);
  const reach = parseFloat(outlineOffset) + parseFloat(outlineWidth);
  const clipping = [];
  for (let box = element.parentElement; box; box = box.parentElement)
    if (getComputedStyle(box).overflow !== 'visible') clipping.push(box);
  // Where the element itself goes beyond an edge, the browser holds it to be in sight; half a pixel is rounding.
  const cuts = (inside: number) => inside > -0.5 && inside < reach - 0.5;
  const clipped = clipping.some((box) => {
    const { left, top } = box.getBoundingClientRect();
    const [x, y] = box === document.documentElement ? [0, 0] : [left + box.clientLeft, top + box.clientTop];
    return rects.some((rect) =>
      [
        rect.left - x,
        x + box.clientWidth - rect.right,
        rect.top - y,
        y + box.clientHeight - rect.bottom,
      ].some(cuts),
    );
  });
  if (seen && !clipped && outlineStyle !== 'none') return undefined;
  const fault = outlineStyle === 'none' ? 'no outline' : seen ? 'clipped' : 'covered';
  return `${fault}: ${element.outerHTML.slice(0, 120)}`;
}

describe('with the keyboard alone', () => {
  it('the first tab skips to the text', async () => {
    const page = await stage.open('/services/lambda/');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('本文へ');
    expect(await page.locator('.skip').boundingBox()).toMatchObject({ x: 0, y: 0 });
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main_content');
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

  it.each([
    ['/services/kms/', DESKTOP],
    ['/services/kms/', TABLET],
    ['/glossary/', PHONE],
    ['/headings/', PHONE],
  ])('whatever has the focus on %s shows it whole, and is not covered', async (path, viewport) => {
    const page = await stage.open(path, { viewport, reducedMotion: 'reduce' });
    const faults: string[] = [];
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press('Tab');
      const fault = await page.evaluate(findFocusFault);
      if (fault !== undefined) faults.push(fault);
    }
    expect(faults).toEqual([]);
  });

  it('so does whatever has it in the search, also where the device has colours of its own', async () => {
    const page = await stage.open('/services/kms/', { reducedMotion: 'reduce', forcedColors: 'active' });
    await openSearch(page);
    await ask(page, '同時実行');
    const hit = page.locator('.search-dialog [aria-selected=true]');
    expect(await hit.evaluate((option) => getComputedStyle(option).outlineStyle)).toBe('solid');
    const faults: string[] = [];
    for (let i = 0; i < 4; i += 1) {
      const fault = await page.evaluate(findFocusFault);
      if (fault !== undefined) faults.push(fault);
      await page.keyboard.press('Tab');
    }
    expect(faults).toEqual([]);
  });

  it('a table that fits is no stop on the way to its links, one that scrolls is', async () => {
    const wide = await stage.open('/quotas/');
    await wide.locator('.quotas').first().waitFor();
    await wide.locator('main h2 .anchor').first().focus();
    await wide.keyboard.press('Tab');
    expect(await wide.evaluate(() => document.activeElement?.closest('.quotas tr') !== null)).toBe(true);

    const narrow = await stage.open('/services/cloudformation/', { viewport: PHONE });
    const boxes = narrow.locator('main :is(.table, .diagram, pre)');
    await narrow.evaluate(() => scrollBy(0, 50));
    const wrong = () =>
      boxes.evaluateAll(
        (all) =>
          all.filter((box) => box.scrollWidth > box.clientWidth !== box.matches('[tabindex="0"]')).length,
      );
    await expect.poll(wrong).toBe(0);
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
