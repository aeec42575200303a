import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useStage } from './stage.ts';

const stage = useStage('main');

describe('the page behind a link', () => {
  /** The pages that a page asks for ahead of the reader, in order. */
  const watch = (page: Page): string[] => {
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.endsWith('/')) asked.push(pathname);
    });
    return asked;
  };

  /** Where a pointer stands on an element. */
  const middleOf = async (element: Locator): Promise<[number, number]> => {
    const box = await element.boundingBox();
    if (!box) throw new Error('the element is not shown');
    return [box.x + box.width / 2, box.y + box.height / 2];
  };

  it('is fetched once, when the reader points at the link, and not before', async () => {
    const page = await stage.open('/services/sqs/');
    const asked = watch(page);
    const link = page.locator('.lead ~ section a.auto-service').first();
    await link.scrollIntoViewIfNeeded();
    await page.waitForTimeout(300);
    expect(asked).toEqual([]);
    await link.hover();
    const path = new URL(await link.evaluate((a: HTMLAnchorElement) => a.href)).pathname;
    await expect.poll(() => asked).toEqual([path]);
    await page.locator('h1').hover();
    await link.hover();
    await link.focus();
    await page.waitForTimeout(300);
    expect(asked).toEqual([path]);
  });

  it('is fetched when the link is reached with the keyboard', async () => {
    const page = await stage.open('/services/sqs/');
    const asked = watch(page);
    await page.locator('.breadcrumbs a').first().focus();
    await expect.poll(() => asked).toEqual(['/services/']);
  });

  it('is left alone where the pointer only passes over the link, or the reader saves data', async () => {
    const page = await stage.open('/services/sqs/');
    const asked = watch(page);
    const link = await middleOf(page.locator('.breadcrumbs a').first());
    const heading = await middleOf(page.locator('h1'));
    // By the page's own clock, so that the pointer does not rest on the link while this program waits for its turn.
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1000);
    await page.mouse.move(...link);
    await page.clock.runFor(50);
    await page.mouse.move(...heading);
    await page.clock.resume();
    await page.waitForTimeout(300);
    expect(asked).toEqual([]);

    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    await page.reload();
    asked.length = 0;
    await page.locator('.breadcrumbs a').first().focus();
    await page.waitForTimeout(300);
    expect(asked).toEqual([]);
  });
});

describe('sharing with the device', () => {
  it('hands over the title and the full address, with the section that the reader came for', async () => {
    const page = await stage.open('/about/');
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'share', {
        value: (data: ShareData) => {
          document.body.dataset['shared'] = JSON.stringify(data);
          return Promise.resolve();
        },
      });
    });
    await page.goto(`${stage.url}services/sqs/?utm_source=x#relations`);
    await page.locator('[data-actions] button', { hasText: '共有' }).click();
    const shared = JSON.parse((await page.locator('body').getAttribute('data-shared')) ?? '{}') as ShareData;
    const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
    expect(shared).toEqual({ title: await page.title(), url: `${canonical}#relations` });
    expect(shared.url).toMatch(/^https:\/\/[^/]+\/services\/sqs\/#relations$/);
  });

  it('is not offered by a device that cannot', async () => {
    const page = await stage.open('/about/');
    await page.addInitScript('delete Navigator.prototype.share');
    await page.goto(`${stage.url}services/sqs/`);
    await page.locator('[data-actions] button').first().waitFor();
    expect(await page.locator('[data-actions] button', { hasText: '共有' }).count()).toBe(0);
  });
});

describe('the passage from page to page', () => {
  /** Whether the next page came in with a view transition. */
  async function isAnimated(reducedMotion: 'reduce' | 'no-preference'): Promise<boolean> {
    const page = await stage.open('/services/sqs/', { reducedMotion });
    await page.addInitScript(() =>
      addEventListener('pagereveal', (event) => {
        document.documentElement.dataset['animated'] = String(Boolean(event.viewTransition));
      }),
    );
    await page.locator('.breadcrumbs a').first().click();
    await page.waitForURL('**/services/');
    await page.locator('html[data-animated]').waitFor();
    return (await page.locator('html').getAttribute('data-animated')) === 'true';
  }

  it('is animated, but not for a reader who asked for less motion', async () => {
    expect(await isAnimated('no-preference')).toBe(true);
    expect(await isAnimated('reduce')).toBe(false);
  });
});
