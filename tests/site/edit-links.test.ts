import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { root } from '../../scripts/command.ts';
import { readPages } from './pages.ts';

const PLACE = 'https://git.example.com/kb/edit/main/content/';
const CONTENT = join(root, 'tests/fixtures/sites/small');

/** The files that the pages of a site offer to edit. */
const offered = (name: 'main' | 'small'): string[] =>
  readPages(inject('sites')[name].folder).flatMap(({ html }) =>
    [...html.matchAll(new RegExp(`href="${PLACE}([^"]+)"`, 'g'))].map(([, file = '']) => file),
  );

it('each note, overview and comparison leads to its own file, where the build was told the place', () => {
  const files = offered('small');
  expect(files).toEqual(
    expect.arrayContaining([
      'services/kumo-store.mdx',
      'notes/kumo-store/keep.mdx',
      'comparisons/store-runner.mdx',
    ]),
  );
  expect(files.filter((file) => !existsSync(join(CONTENT, file)))).toEqual([]);
});

it('nothing is offered otherwise', () => {
  expect(offered('main')).toEqual([]);
  expect(
    readPages(inject('sites').main.folder).filter(({ html }) =>
      />(?:この節|概要|このページ)を直す</.test(html),
    ),
  ).toEqual([]);
});
