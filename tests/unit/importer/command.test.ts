import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serviceFile } from '../content-files.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  writeFileSync(join(folder, 'memo.md'), '## Lambda\n\n### 題\n\n本文。\n');
  writeFileSync(join(folder, 'empty.md'), ' \n\n');
  writeFileSync(join(folder, 'picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d]));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command in the folder, with an output folder of its own. */
function run(...args: string[]): {
  status: number | null;
  stdout: string;
  stderr: string;
  written: string[];
} {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/import.ts'), '--out', 'out', ...args],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  const written = readdirSync(folder).includes('out')
    ? readdirSync(join(folder, 'out'), { recursive: true })
    : [];
  return { status, stdout, stderr, written: written.map(String).filter((path) => path.endsWith('.mdx')) };
}

describe('npm run import', () => {
  it('writes, says what it wrote, and ends with 0', () => {
    const { status, stdout, written } = run('memo.md');
    expect(status).toBe(0);
    expect(written.sort()).toEqual([
      expect.stringMatching(/^notes\/lambda\/s-[0-9a-f]{6}\.mdx$/),
      'services/lambda.mdx',
    ]);
    expect(stdout).toContain('memo.md（outline） ノート 1、残した文字 4、省いた文字 0、失った文字 0');
    expect(stdout).toContain('新規 2');
  });

  it('says which part of which note stands where, and what to do about it, also with --dry-run', () => {
    writeFileSync(join(folder, 'memo.md'), '## Lambda\n\n### 題\n\n本文。\n\n## 雑記\n\n買い物。\n');
    const { stdout } = run('memo.md', '--dry-run');
    expect(stdout).toMatch(/^ {2}新規 {2}notes\/lambda\/s-[0-9a-f]{6}\.mdx（memo\.md:3-5）$/m);
    expect(stdout).toMatch(/^ {2}新規 {2}services\/unsorted\.mdx$/m);
    expect(stdout).toContain('→ 名前が s-… のファイルは');
    expect(stdout).toMatch(/^N201 .*\n.*\n {2}→ 書き出したファイルを/m);
  });

  it('knows the services of the folder that it writes to', () => {
    mkdirSync(join(folder, 'out/services'), { recursive: true });
    const { path, text } = serviceFile('kumo-queue', { name: 'Kumo Queue', shortName: 'Kumo Queue' });
    writeFileSync(join(folder, 'out', path), text);
    writeFileSync(join(folder, 'memo.md'), '## Kumo Queue\n\n順番に届く。\n');
    expect(run('memo.md').written.sort()).toEqual([
      expect.stringMatching(/^notes\/kumo-queue\//),
      'services/kumo-queue.mdx',
    ]);
  });

  it('only reports with --dry-run', () => {
    const { status, stdout, written } = run('memo.md', '--dry-run', '--json');
    expect([status, written]).toEqual([0, []]);
    expect(JSON.parse(stdout)).toMatchObject({ wrote: false, account: { lost: 0 }, errors: 0 });
  });

  it('writes nothing at all when one file is no note, and ends with 1', () => {
    const { status, stdout, written } = run('memo.md', 'empty.md', 'picture.png', 'gone.md', '.');
    expect([status, written]).toEqual([1, []]);
    for (const code of ['N101', 'N102', 'N103', 'N104']) expect(stdout).toContain(code);
    expect(stdout).toContain('何も書き出していません');
  });

  it.each([
    [[], '取り込むファイルを指定してください。'],
    [['memo.md', '--out', ''], '--out'],
    [['memo.md', '--service', '../../x'], '--service'],
    [['memo.md', '--service', 'no-such-service'], 'no-such-service'],
    [['memo.md', '--source', 'a\nb'], '--source'],
    [['memo.md', '--dialect', 'latex'], '--dialect'],
    [['a\nb.md'], '呼び名'],
    [[`${'a'.repeat(201)}.md`], '呼び名'],
    [['memo.md', '--wrong'], '「--wrong」という指定はありません。'],
    [['memo.md', '--dialect'], '「--dialect」には値が要ります。'],
    [['memo.md', '--json=yes'], '「--json」に値は付けられません。'],
  ])('ends with 2 when called as %j', (args, message) => {
    const { status, stderr, written } = run(...args);
    expect([status, written]).toEqual([2, []]);
    expect(stderr).toContain(message);
    expect(stderr).toContain('使い方');
  });
});
