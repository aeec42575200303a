import { expect, it } from 'vitest';
import { siteDriver } from '../../src/search/eval/site-driver.ts';
import { useStage } from './stage.ts';

const stage = useStage('small');

it('the measurement of the search names pages by their paths under the base', async () => {
  const search = await siteDriver(stage.browser, stage.url, '').open();
  const { pages } = await search.ask('預けた');
  await search.close();
  expect(pages[0]).toBe('/services/kumo-store/');
});
