import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readSettings } from '../../../src/site/settings.ts';

const root = resolve('/project');

it('knows where everything is when nothing is said', () => {
  expect(readSettings(root, { CONTENT_DIR: '', BASE_PATH: '' })).toMatchObject({
    root,
    contentDir: join(root, 'content'),
    outDir: join(root, 'dist'),
    cacheDir: join(root, '.cache', 'kumo-note'),
    siteUrl: 'https://kumo-note.example',
    base: '/',
    offline: true,
  });
});

it.each([
  ['kb', '/kb/'],
  ['/kb', '/kb/'],
  ['//kb//notes//', '/kb/notes/'],
  ['/', '/'],
])('takes %s for the base %s', (given, base) => {
  expect(readSettings(root, { BASE_PATH: given }).base).toBe(base);
});

it('takes folders from the project, an origin without its last slash, and only `off` for off', () => {
  const env = {
    CONTENT_DIR: 'notes',
    OUT_DIR: resolve('/out'),
    SITE_URL: 'https://a.example/',
    OFFLINE: 'off',
  };
  expect(readSettings(root, env)).toMatchObject({
    contentDir: join(root, 'notes'),
    outDir: resolve('/out'),
    siteUrl: 'https://a.example',
    offline: false,
  });
  expect(readSettings(root, { OFFLINE: 'no' }).offline).toBe(true);
});

it.each([{ CONTENT_DIR: 'notes' }, { BASE_PATH: '/kb/' }, { SITE_URL: 'https://a.example' }])(
  'gives Astro a place of its own for %o',
  (env) => {
    const place = readSettings(root, {}).astroCacheDir;
    expect(readSettings(root, env).astroCacheDir).not.toBe(place);
    expect(readSettings(root, { OUT_DIR: 'other' }).astroCacheDir).toBe(place);
  },
);
