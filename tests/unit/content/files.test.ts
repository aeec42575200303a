import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { readContentFiles } from '../../../src/content/files.ts';

it('reads what may be content, a note with the wrong ending too, and reports once a folder what nothing reads', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'content-'));
  for (const path of [
    'README.md',
    'glossary.yaml',
    'images/b.png',
    'images/a.png',
    'images/c/d.png',
    'notes/s3/a.mdx',
    'notes/s3/b.md',
    'notes/s3/b.mdx~',
    'notes/s3/.c.mdx.importing',
    'notes/s3/d.png',
  ]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), '文。');
  }
  await symlink(join(folder, 'notes/s3/a.mdx'), join(folder, 'notes/s3/linked.mdx'));
  const { files, diagnostics } = await readContentFiles(folder);
  await rm(folder, { recursive: true });
  expect(files.map(({ path }) => path)).toEqual(['glossary.yaml', 'notes/s3/a.mdx', 'notes/s3/b.md']);
  expect(
    diagnostics.map(({ code, severity, source, values }) => [code, severity, source.file, values]),
  ).toEqual([
    ['N418', 'warning', 'images/a.png', { count: 2 }],
    ['N418', 'warning', 'images/c/d.png', { count: 1 }],
    ['N418', 'warning', 'notes/s3/d.png', { count: 2 }],
  ]);
});

it('tells a folder that is missing from one that cannot be read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'content-'));
  await writeFile(join(folder, 'file'), '');
  const findings = async (name: string) =>
    (await readContentFiles(join(folder, name))).diagnostics.map(({ code, values }) => [code, values]);
  expect(await findings('none')).toEqual([['N414', { path: join(folder, 'none') }]]);
  expect(await findings('file')).toEqual([['N416', { path: join(folder, 'file'), reason: 'ENOTDIR' }]]);
  await rm(folder, { recursive: true });
});

it('reads UTF-8 with or without a mark of its order, and says which files are something else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'content-'));
  await writeFile(join(folder, 'a.yaml'), '\ufeff文。');
  await writeFile(join(folder, 'b.yaml'), Buffer.from([0x95, 0xb6, 0x81, 0x42]));
  const { files, diagnostics } = await readContentFiles(folder);
  await rm(folder, { recursive: true });
  expect(files).toEqual([{ path: 'a.yaml', text: '文。' }]);
  expect(diagnostics.map(({ code, source }) => [code, source.file])).toEqual([['N412', 'b.yaml']]);
});
