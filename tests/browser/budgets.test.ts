import { setTimeout } from 'node:timers/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { isCompressed } from '../../src/deploy/content-types.ts';
import { readPages } from '../site/pages.ts';
import { BUDGETS } from './budgets.ts';
import { PAGE_TYPES } from './page-types.ts';
import { PHONE, useStage } from './stage.ts';

const stage = useStage('main');

interface Visit {
  readonly all: number;
  readonly css: number;
  readonly javaScript: number;
  readonly foreign: number;
  readonly shift: number;
}

/** A visit takes a second. A browser without a screen has been seen to stall in one of some three hundred. */
const STALLED = 20_000;

/** Visits a page; once more where the browser stalls. What was measured is never measured anew. */
const visit = async (path: string): Promise<Visit> =>
  (await Promise.race([visitOnce(path), setTimeout(STALLED, undefined, { ref: false })])) ?? visitOnce(path);

/** Opens a page with an empty cache, scrolls through it as a reader does, and counts what came over the wire. */
async function visitOnce(path: string): Promise<Visit> {
  // The worker fetches what is for later; it is no part of the page.
  const context = await stage.browser.newContext({ viewport: PHONE, serviceWorkers: 'block' });
  const page = await context.newPage();
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(stage.url + path.slice(1), { waitUntil: 'load' });
  const shift = await measureShift(page);
  const sizes = await Promise.all(
    responses.map(async (response) => ({
      type: response.request().resourceType(),
      foreign: new URL(response.url()).origin !== new URL(stage.url).origin,
      bytes: travelSize(new URL(response.url()).pathname, await response.body()),
    })),
  );
  await context.close();
  const sum = (type?: string) =>
    sizes.reduce((total, size) => total + (type === undefined || size.type === type ? size.bytes : 0), 0);
  return {
    all: sum(),
    css: sum('stylesheet'),
    javaScript: sum('script'),
    foreign: sizes.filter(({ foreign }) => foreign).length,
    shift,
  };
}

/** As CloudFront sends it over https; over http, as here, browsers do not ask for Brotli. */
function travelSize(path: string, body: Buffer): number {
  const compressed = isCompressed(path.endsWith('/') ? 'index.html' : path) && body.length >= SMALLEST;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  return compressed ? brotliCompressSync(body, { params }).length : body.length;
}

/** CloudFront leaves smaller files as they are (bytes). */
const SMALLEST = 1_000;

const measureShift = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    let total = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (!(entry as unknown as { hadRecentInput: boolean }).hadRecentInput)
          total += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    for (let y = 0; y < Math.min(document.body.scrollHeight, 20_000); y += innerHeight) {
      scrollTo(0, y);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return total;
  });

/** The lists are among the longest pages. */
const LISTS = ['/quotas/', '/glossary/', '/headings/', '/questions/'];

describe('a first visit', () => {
  it.each([...PAGE_TYPES.main, ...LISTS].filter((path) => path !== '/404.html'))(
    'of %s stays within its budget',
    async (path) => {
      const { all, css, javaScript, foreign, shift } = await visit(path);
      expect(all, 'all').toBeLessThanOrEqual(BUDGETS.heaviest);
      expect(css, 'CSS').toBeLessThanOrEqual(BUDGETS.css);
      expect(css, 'CSS').toBeGreaterThan(0);
      expect(javaScript, 'JavaScript').toBeLessThanOrEqual(
        path === '/search/' ? BUDGETS.searchPageJavaScript : BUDGETS.javaScript,
      );
      expect(javaScript, 'JavaScript').toBeGreaterThan(0);
      expect(foreign, 'third parties').toBe(BUDGETS.thirdPartyRequests);
      expect(shift, 'layout shift').toBeLessThanOrEqual(BUDGETS.layoutShift);
    },
  );

  it('of a typical service page is light', async () => {
    const services = readPages(inject('sites').main.folder)
      .filter(({ path, html }) => /^\/services\/./.test(path) && !html.includes('http-equiv="refresh"'))
      .toSorted((a, b) => a.html.length - b.html.length);
    const typical = services[Math.floor(services.length / 2)];
    expect((await visit(typical?.path ?? '')).all, typical?.path).toBeLessThanOrEqual(BUDGETS.typicalService);
  });
});
