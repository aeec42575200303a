import { describe, expect, it } from 'vitest';
import { useStage } from './stage.ts';

const stage = useStage('main');
const options = { javaScriptEnabled: false };

describe('without JavaScript', () => {
  it('a service page has its text, diagrams, contents and links', async () => {
    const page = await stage.open('/services/lambda/', options);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(2000);
    expect(await page.locator('main figure svg').first().isVisible()).toBe(true);
    await page.locator('.page-toc .toc a').nth(1).click();
    const { hash } = new URL(page.url());
    expect(hash).toMatch(/^#[a-z]/);
    await page.locator(hash).waitFor({ state: 'visible' });
    await page.locator('main section p a[href^="/services/"]').first().click();
    expect(await page.locator('h1').innerText()).not.toContain('Lambda');
  });

  it('the contents unfold on a phone', async () => {
    const page = await stage.open('/services/lambda/', { ...options, viewport: { width: 390, height: 844 } });
    expect(await page.locator('.page-toc .toc').isVisible()).toBe(false);
    await page.locator('.page-toc summary').click();
    expect(await page.locator('.page-toc .toc a').first().isVisible()).toBe(true);
  });

  it('search leads to the index of headings, which leads to the section', async () => {
    const page = await stage.open('/', options);
    await page.locator('header [data-search-open]').click();
    expect(new URL(page.url()).pathname).toBe('/search/');
    await page.locator('main a', { hasText: '見出し索引' }).click();
    const link = page.locator('main li', { hasText: 'Lambda' }).locator('a[href*="#"]').first();
    await link.click();
    const { pathname, hash } = new URL(page.url());
    expect(pathname).toMatch(/^\/(?:services|compare)\/[a-z]/);
    await page.locator(hash).waitFor({ state: 'visible' });
  });

  it('nothing is shown that would not work', async () => {
    for (const path of ['/', '/services/', '/map/', '/search/', '/services/lambda/']) {
      const page = await stage.open(path, options);
      const idle = page.locator('button:visible, select:visible, input:visible');
      const labels = await idle.evaluateAll((elements) =>
        elements.filter((element) => !element.closest('form[action]')).map(({ outerHTML }) => outerHTML),
      );
      expect(labels, path).toEqual([]);
    }
  });
});
