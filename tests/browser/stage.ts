import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { startPreviewServer, type PreviewServer } from '../../src/deploy/preview-server.ts';
import type { BuiltSites } from '../site/global-setup.ts';
import { watchPage } from './troubles.ts';

export const PHONE = { width: 390, height: 844 };
export const TABLET = { width: 820, height: 1180 };
export const DESKTOP = { width: 1280, height: 900 };

/** A built site behind its production headers, and a browser in front of it. */
export interface Stage {
  /** Address of the home page, e.g. `http://127.0.0.1:41234/kb/`. */
  readonly url: string;
  readonly browser: Browser;
  /**
   * Opens a page of the site in a fresh profile; `path` begins with a slash, the base is added. The service worker is
   * left out unless `serviceWorkers` is `allow`: it would answer in the network's place, at a time of its own.
   */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** What went wrong on the pages of this test so far. A test that causes trouble on purpose empties it. */
  readonly troubles: string[];
}

/** One browser for all files of tests of a process, which ends it: to start one takes longer than many a test. */
let running: Browser | undefined;
const useBrowser = async (): Promise<Browser> =>
  running?.isConnected() ? running : (running = await launchChromium());

/** Serves a site to the tests of a file. Every test fails if a page of it had any trouble. */
export function useStage(name: keyof BuiltSites): Stage {
  const { folder, base } = inject('sites')[name];
  const troubles: string[] = [];
  let server: PreviewServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await startPreviewServer({ root: folder, base });
    browser = await useBrowser();
  });
  afterAll(() => server.close());
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    const found = troubles.splice(0);
    expect(found).toEqual([]);
  });

  return {
    get url() {
      return server.url;
    },
    get browser() {
      return browser;
    },
    troubles,
    async open(path, options = {}) {
      const context = await browser.newContext({ viewport: DESKTOP, ...options });
      // Not by the browser's option, which writes to the console of every page.
      if (options.serviceWorkers !== 'allow')
        await context.addInitScript('delete Navigator.prototype.serviceWorker');
      const page = await context.newPage();
      watchPage(page, server.url, troubles);
      await page.goto(server.url + path.slice(1));
      return page;
    },
  };
}
