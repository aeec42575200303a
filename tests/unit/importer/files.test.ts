import { mkdir, mkdtemp, open, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, win32 } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nameSources, readNoteFiles, writeFiles } from '../../../src/importer/files.ts';
import type { PlannedFile } from '../../../src/importer/plan.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const create = (path: string, text = '本文。\n'): PlannedFile => ({ path, text, action: 'create' });

describe('readNoteFiles', () => {
  it('reports every path that is no note, and reads the others', async () => {
    const big = await open(join(folder, 'big.md'), 'w');
    await big.truncate(100_000_001);
    await big.close();
    await writeFile(join(folder, 'a.md'), 'メモ');
    const paths = ['a.md', 'gone.md', '.', 'big.md', 'a.md/b.md'].map((name) => join(folder, name));
    const { files, diagnostics } = await readNoteFiles(paths, ['a', 'gone', 'folder', 'big', 'inside']);
    expect(files).toEqual([{ source: 'a', bytes: Buffer.from('メモ') }]);
    expect(diagnostics.map(({ code, source }) => [source.file, code])).toEqual([
      ['gone', 'N101'],
      ['folder', 'N102'],
      ['big', 'N105'],
      ['inside', 'N101'],
    ]);
  });

  it('says so when a path cannot be opened', async () => {
    const long = join(folder, 'x'.repeat(300));
    const { diagnostics } = await readNoteFiles([long], ['long']);
    expect(diagnostics).toMatchObject([{ code: 'N107', values: { reason: 'ENAMETOOLONG' } }]);
  });

  it('reads no devices', async () => {
    const { diagnostics } = await readNoteFiles(['/dev/null'], ['null']);
    expect(diagnostics).toMatchObject([{ code: 'N104' }]);
  });
});

describe('nameSources', () => {
  it.each([
    [['/notes/a.md'], undefined, ['a.md']],
    [['/notes/a.md'], 'memo', ['memo']],
    [['/notes/a.md', '/notes/x/a.md'], undefined, ['a.md', 'x/a.md']],
    [['/notes/a/b.md', '/notes/ab/b.md'], undefined, ['a/b.md', 'ab/b.md']],
    [['/notes/a.md', '/other/b.md'], 'wiki', ['wiki/notes/a.md', 'wiki/other/b.md']],
  ])('%j, %s', (paths, id, names) => {
    expect(nameSources(paths, id)).toEqual(names);
  });

  it('are whole where notes lie on several drives', () => {
    expect(nameSources([String.raw`C:\a.md`, String.raw`D:\x\b.md`], undefined, win32)).toEqual([
      'a.md',
      'D:/x/b.md',
    ]);
    expect(nameSources([String.raw`C:\n\a.md`, String.raw`C:\n\x\b.md`], 'wiki', win32)).toEqual([
      'wiki/a.md',
      'wiki/x/b.md',
    ]);
  });
});

describe('writeFiles', () => {
  it.runIf(process.platform === 'linux')('says where no folder can be made', async () => {
    expect(await writeFiles('/proc/nothing/here', [create('notes/a/b.mdx')])).toMatchObject({
      files: [{ action: 'failed' }],
      diagnostics: [{ code: 'N333', values: { path: '/proc/nothing/here' } }],
    });
  });

  it('writes what is new or changed, and leaves nothing else behind', async () => {
    const out = join(folder, 'out');
    const planned = [
      create('services/a.mdx'),
      create('notes/a/b.mdx'),
      { ...create('notes/a/c.mdx'), action: 'keep' as const },
    ];
    expect(await writeFiles(out, planned)).toEqual({ files: planned, diagnostics: [] });
    expect((await readdir(out, { recursive: true })).sort()).toEqual([
      'notes',
      'notes/a',
      'notes/a/b.mdx',
      'services',
      'services/a.mdx',
    ]);
    await writeFiles(out, [{ path: 'notes/a/b.mdx', text: '新しい。\n', action: 'update' }]);
    expect(await readFile(join(out, 'notes/a/b.mdx'), 'utf8')).toBe('新しい。\n');
  });

  it.each([
    '../x.mdx',
    'notes/../../x.mdx',
    '/etc/x.mdx',
    'notes/a\0b.mdx',
    'notes/.hidden/x.mdx',
    'notes/a/..mdx',
    'notes//x.mdx',
  ])('refuses the path %j', async (path) => {
    const out = join(folder, 'out');
    expect(await writeFiles(out, [create(path)])).toMatchObject({ diagnostics: [{ code: 'N331' }] });
    expect(await readdir(folder)).toEqual(['out']);
  });

  it('follows no symbolic link, to a folder or to a file', async () => {
    const out = join(folder, 'out');
    const outside = join(folder, 'outside');
    await mkdir(join(out, 'notes', 'b'), { recursive: true });
    await mkdir(outside);
    await writeFile(join(outside, 'x.mdx'), '元の文。');
    await symlink(outside, join(out, 'notes', 'a'));
    await symlink(join(outside, 'x.mdx'), join(out, 'notes', 'b', 'x.mdx'));
    const { files, diagnostics } = await writeFiles(out, [
      create('notes/a/y.mdx'),
      create('notes/a/z.mdx'),
      create('notes/b/x.mdx'),
      create('notes/c/z.mdx'),
    ]);
    expect(files.map(({ action }) => action)).toEqual(['failed', 'failed', 'failed', 'create']);
    expect(diagnostics.map(({ code, source }) => [code, source.file])).toEqual([
      ['N331', 'notes/a'],
      ['N331', 'notes/b/x.mdx'],
    ]);
    expect(await readdir(outside)).toEqual(['x.mdx']);
    expect(await readFile(join(outside, 'x.mdx'), 'utf8')).toBe('元の文。');
    expect(await readFile(join(out, 'notes/c/z.mdx'), 'utf8')).toBe('本文。\n');
  });

  it('takes away what an import that was killed left half-written', async () => {
    const out = join(folder, 'out');
    await mkdir(join(out, 'notes', 'a'), { recursive: true });
    await writeFile(join(out, 'notes', 'a', '.b.mdx.importing'), '半分');
    expect(await writeFiles(out, [create('notes/a/b.mdx')])).toMatchObject({ diagnostics: [] });
    expect(await readdir(join(out, 'notes', 'a'))).toEqual(['b.mdx']);
  });

  it('says which file could not be written, and keeps the old one', async () => {
    const out = join(folder, 'file');
    await writeFile(out, '');
    expect(await writeFiles(out, [create('notes/a/b.mdx')])).toMatchObject({
      diagnostics: [{ code: 'N333' }],
    });
    await mkdir(join(folder, 'out', 'notes', 'a', '.b.mdx.importing', 'x'), { recursive: true });
    await writeFile(join(folder, 'out', 'notes', 'a', 'b.mdx'), '古い。');
    const { diagnostics } = await writeFiles(join(folder, 'out'), [create('notes/a/b.mdx')]);
    expect(diagnostics).toMatchObject([{ code: 'N333', source: { file: 'notes/a/b.mdx' } }]);
    expect(await readFile(join(folder, 'out', 'notes', 'a', 'b.mdx'), 'utf8')).toBe('古い。');
  });
});
