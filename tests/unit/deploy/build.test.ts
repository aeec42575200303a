import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readBuild } from '../../../src/deploy/build.ts';
import { renderSite, siteOne, siteTwo, writeFiles } from '../../deploy/double/sample-site.ts';

let folder: string;
let dist: string;
let redirectFile: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kumo-build-'));
  dist = join(folder, 'dist');
  redirectFile = join(folder, 'redirects.yaml');
  await writeFiles(dist, renderSite(siteOne));
});
afterEach(() => rm(folder, { recursive: true }));

const codes = async () =>
  (await readBuild(dist, redirectFile)).diagnostics.map(({ code, source }) => [code, source.file]);

test('a build is a release, the same one each time it is read', async () => {
  const { release, diagnostics } = await readBuild(dist, redirectFile);
  expect(diagnostics).toEqual([]);
  expect(Object.keys(release?.files ?? {}).sort()).toEqual(Object.keys(renderSite(siteOne)).sort());
  expect((await readBuild(dist, redirectFile)).release).toEqual(release);
  const copy = join(folder, 'copy');
  await writeFiles(copy, Object.fromEntries(Object.entries(renderSite(siteOne)).reverse()));
  expect((await readBuild(copy, redirectFile)).release?.id).toBe(release?.id);
  await writeFiles(copy, renderSite(siteTwo));
  expect((await readBuild(copy, redirectFile)).release?.id).not.toBe(release?.id);
});

test('redirects are part of it', async () => {
  await writeFile(redirectFile, "- { from: '/services/old/', to: '/services/sqs/', since: '2026-01-01' }\n");
  expect((await readBuild(dist, redirectFile)).release?.redirects).toEqual({
    '/services/old/': '/services/sqs/',
  });
  await writeFile(redirectFile, '');
  expect((await readBuild(dist, redirectFile)).release?.redirects).toEqual({});
});

test.each(['- from: x', '[', '- { from: /a/, to: /services/sqs/, since: soon }'])(
  'a redirects file with %j is refused',
  async (text) => {
    await writeFile(redirectFile, text);
    expect(await codes()).toEqual([['N719', redirectFile]]);
  },
);

test('redirects that are there but cannot be read are not taken for none', async () => {
  await mkdir(redirectFile);
  expect(await codes()).toEqual([['N719', redirectFile]]);
});

test('a link out of the folder is not followed', async () => {
  await symlink('/etc', join(dist, 'services/etc'));
  await symlink('/etc/hostname', join(dist, 'robots2.txt'));
  expect((await codes()).sort()).toEqual([
    ['N703', 'robots2.txt'],
    ['N703', 'services/etc'],
  ]);
});

test('a folder that is not there', async () => {
  await rm(dist, { recursive: true });
  expect(await codes()).toEqual([['N709', dist]]);
});
