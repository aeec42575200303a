import { describe, expect, inject, it } from 'vitest';
import { readPages } from '../site/pages.ts';
import { overflowOf } from './overflow.ts';
import { PHONE, useStage } from './stage.ts';
import { loadEach } from './sweep.ts';

/** What waits until the reader points at a link or reaches for the search. */
const LATER = /dialog|engine|near|pagefind|previews/;

describe('the watch over pages', () => {
  const stage = useStage('small');
  it('sees a refused script, a message, an error, a foreign request and a missing file', async () => {
    const page = await stage.open('/about/');
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.append('window.ran = true');
      document.body.append(script);
      console.log('hello');
      setTimeout(() => {
        throw new Error('thrown');
      });
      return Promise.allSettled([fetch('https://elsewhere.example/'), fetch('/kb/nothing/')]);
    });
    const seen = stage.troubles.splice(0).join('\n');
    expect(seen).toMatch(/Content Security Policy/);
    expect(seen).toMatch(/TrustedScript/);
    expect(seen).toMatch(/console log: hello/);
    expect(seen).toMatch(/error: thrown/);
    expect(seen).toMatch(/404: .*\/kb\/nothing\//);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  });
});

describe.each(['main', 'small'] as const)('every page of the %s site', (name) => {
  const stage = useStage(name);
  it('loads without a message, fits a phone, and loads nothing that waits for the reader', async () => {
    const paths = readPages(inject('sites')[name].folder)
      .filter(({ html }) => !html.includes('http-equiv="refresh"'))
      .map(({ path }) => path);
    const faults = await loadEach(stage, paths, { viewport: PHONE }, async (page) => {
      const loaded = await page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => name),
      );
      const early = loaded.filter((url) => LATER.test(url));
      return early.length > 0 ? `loads ${early.join(' ')}` : overflowOf(page);
    });
    expect(faults).toEqual([]);
    // There are two hundred of them: seconds, and minutes on a busy machine.
  }, 180_000);
});

describe('a page that is not there', () => {
  const stage = useStage('main');
  it('is answered 404 with the site’s own page', async () => {
    const page = await stage.open('/about/');
    const response = await page.goto(`${stage.url}no-such-page/`);
    expect(response?.status()).toBe(404);
    expect(await page.locator('main a').count()).toBeGreaterThan(2);
    // The browser’s own two lines about the status, and nothing about the page.
    expect(stage.troubles.splice(0)).toHaveLength(2);
  });

  it.each([
    ['/services/lamda/', '/services/lambda/'],
    ['/services/lambda/concurency/', '/services/lambda/'],
    ['/cloud-watch.html', '/services/cloudwatch/'],
  ])('offers pages of a name like the one of %s', async (path, nearest) => {
    const page = await stage.open(path);
    const offered = page.locator('[data-nearest] a');
    await offered.first().waitFor();
    expect(await offered.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toContain(
      nearest,
    );
    stage.troubles.splice(0);
  });
});
