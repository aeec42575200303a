import { expect, it } from 'vitest';
import { useStage } from './stage.ts';

/** Served without the edge function's redirects, as on any host of plain files. */
const stage = useStage('small');

it.each([
  ['services/kumo-store/#hold', '#keep'],
  ['services/kumo-depot/', ''],
  ['services/kumo-depot/#keep', '#keep'],
  // The anchor moved as well.
  ['services/kumo-depot/#shelf', '#keep'],
])('an old link to %s leads to where it is now, at %j', async (path, hash) => {
  const page = await stage.open('/');
  // The page is left before it is there.
  await page.goto(stage.url + path).catch(() => undefined);
  await expect.poll(() => page.url()).toBe(`${stage.url}services/kumo-store/${hash}`);
});
