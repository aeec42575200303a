import { expect, it } from 'vitest';
import { overflowOf } from './overflow.ts';
import { useStage } from './stage.ts';

const stage = useStage('main');

/** The paper within the margins of the style sheet, in CSS pixels. */
const A4 = { width: 688, height: 1002 };

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

it.each(['/services/cloudfront/', '/compare/eks-compute/', '/quotas/', '/map/'])(
  'on A4 %s keeps its tables, and is no wider than the paper',
  async (path) => {
    const page = await stage.open(path, { viewport: A4 });
    await page.emulateMedia({ media: 'print' });
    expect(await overflowOf(page)).toBeUndefined();
    const row = page.locator('.cards tbody tr').first();
    expect(await row.evaluate((tr) => getComputedStyle(tr).display)).toBe('table-row');
  },
);

it('on paper nothing is folded', async () => {
  const page = await stage.open('/services/lambda/');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.facts summary').isVisible()).toBe(false);
  expect(
    await page
      .locator('.facts details a')
      .last()
      .evaluate((link) => link.checkVisibility()),
  ).toBe(true);
});
