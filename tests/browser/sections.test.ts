import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DESKTOP, PHONE, useStage } from './stage.ts';

const stage = useStage('main');
const openOnPhone = (path: string) => stage.open(path, { viewport: PHONE });

/** How many sections are left for later. */
const countLeftOut = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('[data-height] > h2')].filter(
        (heading) => heading.checkVisibility() && !heading.checkVisibility({ contentVisibilityAuto: true }),
      ).length,
  );

/** Distance from the upper edge of the window to that of an element, in pixels, once the page has come to rest. */
async function settledTop(page: Page, selector: string): Promise<number> {
  const top = () => page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);
  // On a busy machine a page may stand still for half a second and go on: at rest it is alike three times.
  const seen: number[] = [];
  while (seen.length < 3 || new Set(seen.slice(-3)).size > 1) {
    await page.waitForTimeout(500);
    seen.push(await top());
  }
  return seen.at(-1) ?? NaN;
}

describe('a long page on a phone', () => {
  it.each(['/services/ecs/', '/services/cloudwatch/', '/quotas/', '/glossary/', '/headings/'])(
    'leaves the far sections of %s for later, in no less room than they need',
    async (path) => {
      const page = await openOnPhone(path);
      expect(await countLeftOut(page)).toBeGreaterThan(0);
      const cramped = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('[data-height]')]
          .filter((section) => {
            section.style.contentVisibility = 'visible';
            const rems = section.getBoundingClientRect().height / 16;
            return rems > Number(section.dataset['height']);
          })
          .map((section) => `${section.querySelector('h2')?.id} ${section.dataset['height']}`),
      );
      expect(cramped).toEqual([]);
    },
  );

  it('is laid out whole, step by step, once the reader scrolls', async () => {
    const page = await openOnPhone('/services/ecs/');
    await page.waitForTimeout(500);
    expect(await countLeftOut(page)).toBeGreaterThan(0);
    await page.evaluate(() => scrollBy(0, 50));
    await expect.poll(() => countLeftOut(page)).toBe(0);
  });

  it.each([
    ['/services/ecs/', 'container-health-check'],
    ['/services/ecs/', 'backlinks'],
    ['/quotas/', 'cloudfront-free-plans'],
  ])('of %s takes a link to #%s to the same place from without and from within', async (path, id) => {
    const landed = await openOnPhone(`${path}#${id}`);
    expect(await countLeftOut(landed)).toBe(0);
    const top = await settledTop(landed, `#${id}`);
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(200);

    const page = await openOnPhone(path);
    await page.evaluate((hash) => location.assign(hash), `#${id}`);
    expect(Math.abs((await settledTop(page, `#${id}`)) - top)).toBeLessThan(3);
    await expect.poll(() => countLeftOut(page)).toBe(0);
    expect(Math.abs((await settledTop(page, `#${id}`)) - top)).toBeLessThan(3);
  });

  it('is found where the reader left it after a reload and on the way back', async () => {
    const page = await openOnPhone('/services/ecs/');
    await page.evaluate(() => document.querySelector('#rolling-update')?.scrollIntoView());
    await expect.poll(() => countLeftOut(page)).toBe(0);
    const top = await settledTop(page, '#rolling-update');
    await page.reload();
    expect(Math.abs((await settledTop(page, '#rolling-update')) - top)).toBeLessThan(3);
    await page.goto(`${stage.url}about/`);
    await page.goBack();
    expect(Math.abs((await settledTop(page, '#rolling-update')) - top)).toBeLessThan(3);
  });

  it('shows the focus in a section that was left out', async () => {
    const page = await openOnPhone('/services/ecs/');
    const link = page.locator('#sources ~ .sources a').last();
    await link.focus();
    await page.waitForTimeout(300);
    const box = await link.boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(PHONE.height);
  });

  it('is printed whole', async () => {
    const page = await openOnPhone('/services/ecs/');
    expect(await countLeftOut(page)).toBeGreaterThan(0);
    await page.emulateMedia({ media: 'print' });
    expect(await countLeftOut(page)).toBe(0);
  });
});

it('a wide window has the whole page from the start', async () => {
  const page = await stage.open('/services/ecs/');
  expect(await countLeftOut(page)).toBe(0);
});

it('the header does not grow when the button of the search arrives after the first paint', async () => {
  const page = await openOnPhone('/quotas/');
  const places = () =>
    page.evaluate(() =>
      ['.logo span', '.site-nav', 'h1'].map(
        (selector) => document.querySelector(selector)?.getBoundingClientRect().top,
      ),
    );
  const before = await places();
  await page.locator('.search-open').evaluate((button) => button.remove());
  expect(await places()).toEqual(before);
});

describe('what scripts add to a page', () => {
  it.each([
    ['/services/lambda/', DESKTOP],
    ['/services/lambda/', PHONE],
    ['/404.html', PHONE],
  ])('finds its room kept on %s', async (path, viewport) => {
    const measure = async (withScripts: boolean) => {
      const page = await stage.browser.newPage({ viewport, serviceWorkers: 'block' });
      if (!withScripts) await page.route('**/*.js', (route) => route.abort());
      await page.goto(`${stage.url}${path.slice(1)}#sources`);
      if (withScripts) await page.locator('.theme:not([hidden])').waitFor();
      return page.evaluate(() => document.documentElement.scrollHeight);
    };
    expect(await measure(true)).toBe(await measure(false));
  });
});
