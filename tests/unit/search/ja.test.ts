import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundleOf, openEngine, titlesOf } from './pages.ts';

const lines = readFileSync(new URL('../../fixtures/search/ja.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [query: string, first: string, never: string]);

const { engine } = await openEngine(await bundleOf());

test.each(lines)('%s finds %s', async (query, first, never) => {
  const titles = await titlesOf(engine, query);
  expect(titles[0] ?? '').toBe(first);
  expect(titles).not.toContain(never);
});
