import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeCorpus } from '../../scripts/bench/corpus.ts';
import { startDev, type DevServer } from '../../scripts/bench/dev-server.ts';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { root } from '../../scripts/command.ts';
import { withoutVitest } from '../site/global-setup.ts';

const temporary = mkdtempSync(join(tmpdir(), 'kumo-note-'));
const content = join(temporary, 'content');
const env = {
  ...withoutVitest(process.env),
  CONTENT_DIR: content,
  BASE_PATH: '/kb/',
};
const STORE = 'services/kumo-store/';
const KEEP = 'notes/kumo-store/keep.mdx';

let browser: Browser;
let server: DevServer;

beforeAll(async () => {
  cpSync(join(import.meta.dirname, '../fixtures/sites/small'), content, { recursive: true });
  browser = await launchChromium();
  server = await startDev(env);
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(temporary, { recursive: true, force: true });
});

const read = (file: string): string => readFileSync(join(content, file), 'utf8');
const write = (file: string, text: string): void => writeFileSync(join(content, file), text);
const edit = (file: string, from: string, to: string): void => {
  expect(read(file)).toContain(from);
  write(file, read(file).replace(from, to));
};

/** Opens a page and waits until it hears of changes. */
async function open(path = STORE): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  return page;
}

const shows = (page: Page, selector: string, hasText?: string) =>
  page
    .locator(selector, hasText === undefined ? {} : { hasText })
    .first()
    .waitFor({ state: 'attached' });
/** What a page holds now, without the places where its headings may break. */
const fetchText = async (path: string): Promise<string> =>
  (await (await fetch(server.url + path)).text()).replaceAll('<wbr>', '');

describe('the dev server shows', () => {
  it('a changed note, on all pages at once', async () => {
    const page = await open();
    edit(KEEP, 'どう保たれるか', 'いつまで残るか');
    edit(KEEP, '冪等に預けられる', '何度でも預けられる');
    await shows(page, 'p', '何度でも預けられる');
    await shows(page, 'h2', 'いつまで残るか');
    expect(await page.textContent('body')).not.toMatch(/どう保たれるか|冪等に預けられる/);
    expect(await fetchText('headings/')).toContain('いつまで残るか');
    expect(await fetchText(`${STORE.slice(0, -1)}.md`)).toContain('何度でも預けられる');
  });

  it('a name that was added, in notes that were not touched', async () => {
    const page = await open();
    write(
      'glossary.yaml',
      `${read('glossary.yaml')}- id: night\n  term: 次の夜\n  reading: つぎのよる\n  definition: 日が暮れてから明けるまで。\n`,
    );
    await shows(page, 'a.auto-term[href="/kb/glossary/#night"]');
    expect(await fetchText('glossary/')).toContain('日が暮れてから明けるまで');
  });

  it('a value that was changed, where it is cited', async () => {
    const page = await open();
    edit(
      'quotas/kumo-store.yaml',
      read('quotas/kumo-store.yaml').match(/value: .*/)?.[0] ?? '',
      'value: 4321',
    );
    await shows(page, 'p', '4,321');
  });

  it('a note that was added, renamed and taken away', async () => {
    const page = await open();
    const note = (name: string) => `notes/kumo-store/${name}.mdx`;
    write(note('first'), read(KEEP).replace(/\n---\n[^]*/, '\n---\n\n加えたノート。\n'));
    await shows(page, 'h2#first');
    renameSync(join(content, note('first')), join(content, note('second')));
    await shows(page, 'h2#second');
    expect(await page.locator('#first').count()).toBe(0);
    rmSync(join(content, note('second')));
    await page.locator('#second').waitFor({ state: 'detached' });
    expect(await fetchText('headings/')).not.toContain('#second');
  });

  it('what changed while the page was loading', async () => {
    const other = await open();
    const page = await browser.newPage();
    // Without its client the page hears nothing, and with another page open the server keeps nothing for later.
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/@vite/client', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(server.url + STORE, { waitUntil: 'commit' });
    edit(KEEP, 'その日数が過ぎた', '決めた日数が過ぎた');
    await shows(other, 'td', '決めた日数が過ぎた');
    expect(await page.textContent('body')).not.toContain('決めた日数が過ぎた');
    release();
    await shows(page, 'td', '決めた日数が過ぎた');
  });
});

describe('the dev server reports errors', () => {
  const report = (page: Page) => page.locator('vite-error-overlay #message-content');

  it('over the last good version, until they are mended', async () => {
    const page = await open();
    const good = read(KEEP);
    write(KEEP, good.replace(/title: .*/, 'title:'));
    await report(page).waitFor();
    expect(await report(page).innerText()).toContain(`${KEEP}:2:`);
    expect(server.output()).toContain(`${KEEP}:2:`);
    await page.reload();
    await report(page).waitFor();
    expect(await page.textContent('body')).toContain('いつまで残るか');
    write(KEEP, good);
    await report(page).waitFor({ state: 'detached' });
  });

  it('when it starts with them', async () => {
    await server.stop();
    const good = read(KEEP);
    write(KEEP, good.replace(/title: .*/, 'title:'));
    server = await startDev(env);
    const page = await open('');
    await report(page).waitFor();
    write(KEEP, good);
    await shows(page, `a[href="/kb/${STORE}"]`);
    expect(await report(page).count()).toBe(0);
  });
});

// It starts a dev server too. All of one folder write the same store, so they stand in one file, one after another.
describe('the bench', () => {
  beforeAll(() => server.stop());

  it('makes notes of 3 KB, the same ones each time', () => {
    const notes = makeCorpus(200).flatMap((service) => service.notes);
    const bytes = notes.map(({ body }) => Buffer.byteLength(body));
    expect(bytes.reduce((sum, size) => sum + size) / notes.length).toBeCloseTo(3072, -3);
    expect(notes.filter(({ body }) => body.includes('```mermaid'))).toHaveLength(20);
    expect(makeCorpus(200)).toEqual(makeCorpus(200));
  });

  // Two builds, an import and a dev server: two thirds of a minute, and several on a busy machine.
  it('measures a small corpus from end to end', { timeout: 300_000 }, () => {
    const json = join(temporary, 'figures.json');
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'scripts/run.mjs'), 'scripts/bench.ts', '--sizes', '20', '--json', json],
      { cwd: root, encoding: 'utf8', env: { ...withoutVitest(process.env), TMPDIR: temporary } },
    );
    expect(status, stderr).toBe(0);
    const { own } = JSON.parse(readFileSync(json, 'utf8')) as { own: Record<string, unknown>[] };
    expect(own).toMatchObject([
      {
        notes: 20,
        pages: 2,
        outputBytes: expect.any(Number) as number,
        search: { firstQuery: expect.any(Number) as number, nextQuery: expect.any(Number) as number },
        importing: { megabytes: expect.any(Number) as number },
        editing: { shown: expect.any(Number) as number },
      },
    ]);
  });
});
