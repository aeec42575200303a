import { globSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { root } from '../../scripts/command.ts';
import { startPreviewServer } from '../../src/deploy/preview-server.ts';
import { addServiceWorker } from '../../src/site/offline.ts';
import { useStage } from './stage.ts';

const stage = useStage('small');

/** Waits until the worker has installed and answers this page. */
const untilWorkerAnswers = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
  });

describe('without a network', () => {
  it('a page that was read is there, whole; another one says what is the matter', async () => {
    const page = await stage.open('/services/kumo-store/', { serviceWorkers: 'allow' });
    await untilWorkerAnswers(page);
    await page.context().setOffline(true);
    await page.reload();
    expect(await page.locator('h1').innerText()).toBe('Kumo Store');
    expect(await page.evaluate(() => getComputedStyle(document.body).display)).toBe('grid');

    await page.goto(`${stage.url}glossary/`);
    expect(await page.locator('h1').innerText()).toBe('オフラインです');
    expect(page.url()).toMatch(/\/kb\/glossary\/$/);
    await page.locator('[data-recent] a', { hasText: 'Store' }).click();
    expect(await page.locator('h1').innerText()).toBe('Kumo Store');
    await page.goto(stage.url);
    expect(await page.locator('h1').innerText()).toBe('雲ノート');
    stage.troubles.length = 0;
  });

  it('the home page is there, however many pages were read since', async () => {
    const page = await stage.open('/services/kumo-store/', { serviceWorkers: 'allow' });
    await untilWorkerAnswers(page);
    await page.evaluate(async () => {
      const cache = await caches.open((await caches.keys())[0] ?? '');
      for (let i = 0; i < 100; i++) await cache.put(`./${i}/`, new Response(`${i}`));
    });
    await page.reload();
    const isKept = (url: string) => page.evaluate(async (at) => (await caches.match(at)) !== undefined, url);
    // The page that was read took the place of the oldest one.
    await expect.poll(() => isKept('./0/')).toBe(false);
    await page.context().setOffline(true);
    await page.goto(stage.url);
    expect(await page.locator('h1').innerText()).toBe('雲ノート');
    stage.troubles.length = 0;
  });

  it('whoever has searched before can search again', async () => {
    const page = await stage.open('/search/', { serviceWorkers: 'allow' });
    await untilWorkerAnswers(page);
    await page.reload();
    const field = page.locator('[data-search-field]');
    await field.fill('預けた');
    await page.locator('main a[href*="kumo-store"]').first().waitFor();
    const indexed = () =>
      page.evaluate(async () => {
        const cache = await caches.open((await caches.keys())[0] ?? '');
        return (await cache.keys()).filter(({ url }) => url.includes('/pagefind/')).length;
      });
    const { folder } = inject('sites').small;
    await expect.poll(indexed).toBe(globSync('pagefind/**/*.*', { cwd: folder }).length);
    await page.context().setOffline(true);
    await page.goto(`${stage.url}search/?q=${encodeURIComponent('期限')}`);
    await page.locator('main a[href*="kumo-store"]').first().waitFor();
    stage.troubles.length = 0;
  });
});

/** A copy of the small site that can be released anew, open in a browser with the worker at work. */
async function publish(path: string) {
  const folder = await mkdtemp(join(tmpdir(), 'kumo-offline-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(inject('sites').small.folder, folder, { recursive: true });
  const redirects: Record<string, string> = {};
  const server = await startPreviewServer({ root: folder, base: '/kb/', redirects });
  onTestFinished(() => server.close());
  const page = await (await stage.browser.newContext()).newPage();
  await page.goto(server.url + path.slice(1));
  await untilWorkerAnswers(page);
  const file = join(folder, path, 'index.html');
  const rewrite = async (from: string, to: string) => {
    const html = await readFile(file, 'utf8');
    expect(html).toContain(from);
    await writeFile(file, html.replaceAll(from, to));
  };
  return { page, folder, rewrite, redirects };
}

const cacheNames = (page: Page) => page.evaluate(() => caches.keys());
const askForUpdate = (page: Page) =>
  page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

/** Runs in the page: whether no worker is about to take over. */
const isInstalled = async () => {
  const { installing, waiting } = await navigator.serviceWorker.ready;
  return !installing && !waiting;
};

/** Waits until the worker of a new release is at work, and nothing of the old one is left. */
async function takeRelease(page: Page): Promise<void> {
  const before = await cacheNames(page);
  await askForUpdate(page);
  await expect
    .poll(async () => [(await cacheNames(page)).length, (await cacheNames(page))[0] !== before[0]])
    .toEqual([1, true]);
}

describe('a new release', () => {
  it('shows at once, takes over what was kept, and leaves nothing of the old one', async () => {
    const { page, folder, rewrite } = await publish('/services/kumo-store/');
    await rewrite('<h1>Kumo Store</h1>', '<h1>新しい Store</h1>');
    await addServiceWorker(root, folder, true);
    // The network is asked first, whatever worker is at work.
    await page.reload();
    expect(await page.locator('h1').innerText()).toBe('新しい Store');

    await takeRelease(page);
    await page.context().setOffline(true);
    await page.reload();
    expect(await page.locator('h1').innerText()).toBe('新しい Store');
  });

  it('renews pages that are not open', async () => {
    const { page, folder, rewrite } = await publish('/services/kumo-store/');
    await page.goto(new URL('../../', page.url()).href);
    await rewrite('<h1>Kumo Store</h1>', '<h1>新しい Store</h1>');
    await addServiceWorker(root, folder, true);
    await takeRelease(page);
    await page.context().setOffline(true);
    await page.goto(new URL('services/kumo-store/', page.url()).href);
    expect(await page.locator('h1').innerText()).toBe('新しい Store');
  });

  it('brings the search along for whoever has searched, in one request', async () => {
    const { page, folder, rewrite } = await publish('/services/kumo-store/');
    const home = new URL('../../', page.url()).href;
    await page.goto(`${home}search/?q=${encodeURIComponent('預けた')}`);
    await page.locator('main a[href*="kumo-store"]').first().waitFor();
    await rewrite('<h1>Kumo Store</h1>', '<h1>新しい Store</h1>');
    await addServiceWorker(root, folder, true);
    const asked: string[] = [];
    page.context().on('request', (request) => asked.push(request.url()));
    await takeRelease(page);
    expect(asked.filter((url) => url.includes('/pagefind/'))).toEqual([]);
    // The list of the release, and the pack that it names.
    expect(asked.filter((url) => /\/offline\/\w+\.json$/.test(url))).toHaveLength(2);
    await page.context().setOffline(true);
    await page.goto(`${home}search/?q=${encodeURIComponent('期限')}`);
    await page.locator('main a[href*="kumo-store"]').first().waitFor();
  });

  it('forgets a page that has moved: browsers refuse to show what a worker got by a redirect', async () => {
    const { page, folder, rewrite, redirects } = await publish('/services/kumo-store/');
    const moved = page.url();
    await page.goto(new URL('../../', moved).href);
    redirects['/services/kumo-store/'] = '/about/';
    await rewrite('<h1>Kumo Store</h1>', '<h1>新しい Store</h1>');
    await addServiceWorker(root, folder, true);
    await takeRelease(page);
    expect(await page.evaluate(async (url) => (await caches.match(url))?.url, moved)).toBeUndefined();
  });

  it('keeps the old copy of a page while the server cannot give a new one', async () => {
    const { page, folder, rewrite } = await publish('/services/kumo-store/');
    const kept = page.url();
    await page.goto(new URL('../../', kept).href);
    await rewrite('<h1>Kumo Store</h1>', '<h1>新しい Store</h1>');
    await addServiceWorker(root, folder, true);
    await page.context().route(kept, (route) => route.fulfill({ status: 503 }));
    const before = await cacheNames(page);
    await askForUpdate(page);
    await expect.poll(() => page.evaluate(isInstalled)).toBe(true);
    expect(await cacheNames(page)).toContain(before[0]);
    expect(await page.evaluate(async (url) => (await caches.match(url))?.status, kept)).toBe(200);
  });

  it('leaves alone what another site of the same host keeps', async () => {
    const other = 'kumo-note-/other/-0123456789abcdef0123';
    const { page, folder, rewrite } = await publish('/services/kumo-store/');
    const [before] = await cacheNames(page);
    await page.evaluate(async (name) => void (await caches.open(name)), other);
    await rewrite('<h1>Kumo Store</h1>', '<h1>新しい Store</h1>');
    await addServiceWorker(root, folder, true);
    await askForUpdate(page);
    await expect.poll(() => cacheNames(page)).not.toContain(before);
    expect(await cacheNames(page)).toContain(other);
    await addServiceWorker(root, folder, false);
    await askForUpdate(page);
    await expect.poll(() => cacheNames(page)).toEqual([other]);
  });

  it('without the offline function takes the worker and its caches away', async () => {
    const { page, folder } = await publish('/about/');
    expect(await cacheNames(page)).toHaveLength(1);
    await addServiceWorker(root, folder, false);
    await askForUpdate(page);
    await expect.poll(() => cacheNames(page)).toEqual([]);
    await page.reload();
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    expect(await cacheNames(page)).toEqual([]);
  });
});
