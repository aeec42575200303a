import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../scripts/command.ts';

it('follows the links of a build where it was built for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kumo-links-'));
  const page = '<!doctype html><title>x</title><a href="/kb/">1</a> <a href="/kb/gone/">2</a>';
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'manifest.webmanifest'), '{"scope":"/kb/"}');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/run.mjs'), 'scripts/links.ts', '--dist', folder],
    { cwd: root, encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true });
  expect([status, stdout, stderr]).toEqual([1, '切れたリンク 1 件\n', '✗ /kb/gone/（404）\n  /kb/\n']);
});
