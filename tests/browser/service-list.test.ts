import { expect, it } from 'vitest';
import { useStage } from './stage.ts';

const stage = useStage('main');

it('the list of services is narrowed by word, category and state; the address keeps the choice for the way back', async () => {
  const page = await stage.open('/services/');
  const names = () => page.locator('[data-category] li:visible a').allInnerTexts();
  const all = (await names()).length;
  await page.locator('.filters [name=category]').selectOption('developer-tools');
  await page.locator('.filters [name=word]').fill('Ｃｏｄｅ');
  const found = await names();
  expect(found).toContain('CodeBuild');
  expect(found).not.toContain('CDK');
  expect(found.length).toBeLessThan(all);

  await page.locator('[data-category] li:visible a', { hasText: 'CodeBuild' }).click();
  await page.waitForURL('**/services/codebuild/');
  await page.goBack();
  await expect.poll(names).toEqual(found);

  await page.locator('.filters [name=word]').fill('そのような名前はない');
  expect(await page.locator('[data-none]').isVisible()).toBe(true);
  expect(await names()).toEqual([]);
});

it('a choice in the address that there is not is passed over', async () => {
  const page = await stage.open('/services/?category=nothing&status=ended&other=1');
  expect(await page.locator('.filters [name=category]').inputValue()).toBe('');
  expect(await page.locator('[data-category] li:visible .badge-ended').count()).toBe(
    await page.locator('[data-category] li:visible').count(),
  );
});
