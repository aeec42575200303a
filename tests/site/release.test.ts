import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { root } from '../../scripts/command.ts';
import { classifyPath } from '../../src/deploy/cache-classes.ts';
import { readBuild } from '../../src/deploy/build.ts';

const sites = inject('sites');

it.each([
  ['main', join(root, 'content')],
  ['small', join(root, 'tests/fixtures/sites/small')],
] as const)('the %s site can be published as it was built', async (name, content) => {
  const { folder, base } = sites[name];
  const { release, diagnostics } = await readBuild(folder, join(content, 'redirects.yaml'), base);
  expect(diagnostics).toEqual([]);
  const classes = new Set(Object.keys(release?.files ?? {}).map(classifyPath));
  expect([...classes].sort()).toEqual(['discovery', 'entry', 'immutable', 'missing', 'page', 'support']);
});
