import { expect, it } from 'vitest';
import { useStage } from './stage.ts';

const stage = useStage('main');

it('a handout is dark on white and has the text, the diagrams and the addresses of sources, but no controls', async () => {
  const page = await stage.open('/services/sqs/', { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const [paper, ink] = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    return [backgroundColor, color];
  });
  expect([paper, ink]).toEqual(['rgb(255, 255, 255)', 'rgb(27, 35, 44)']);
  for (const gone of ['.site-header', '.page-toc', '.site-footer', '.actions', '.neighbours', '#backlinks'])
    expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
  for (const kept of ['h1', '#overview', '.diagram svg', '#sources', '.table'])
    expect(await page.locator(kept).first().isVisible(), kept).toBe(true);
  const address = await page
    .locator('.sources a')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(address).toContain('https://');
});
