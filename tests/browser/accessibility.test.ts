import { describe, expect, it } from 'vitest';
import { findBarriers } from './axe.ts';
import { overflowOf } from './overflow.ts';
import { PAGE_TYPES } from './page-types.ts';
import { PHONE, useStage } from './stage.ts';

describe.each(['main', 'small'] as const)('every type of page of the %s site', (name) => {
  const stage = useStage(name);
  it.each(PAGE_TYPES[name])('%s has no barrier, in light and dark, wide and narrow', async (path) => {
    const page = await stage.open(path, { reducedMotion: 'reduce' });
    expect(await findBarriers(page)).toEqual([]);
    expect(await overflowOf(page)).toBeUndefined();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findBarriers(page, ['color-contrast'])).toEqual([]);
    await page.setViewportSize(PHONE);
    // What is left for later since the window is narrow is not measured anew before the reader scrolls there.
    await page.reload();
    expect(await findBarriers(page, ['scrollable-region-focusable'])).toEqual([]);
  });
});

describe('the watch over barriers', () => {
  const stage = useStage('small');
  it('sees a text without contrast and a picture without words', async () => {
    const page = await stage.open('/about/');
    await page.evaluate(() => {
      const text = document.createElement('p');
      text.append('薄い');
      text.style.color = '#ddd';
      document.querySelector('main')?.append(text, document.createElement('img'));
    });
    const found = (await findBarriers(page)).join('\n');
    expect(found).toMatch(/color-contrast/);
    expect(found).toMatch(/image-alt/);
  });
});
