import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../scripts/command.ts';

const small = join(root, 'tests/fixtures/sites/small');

const check = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'scripts/check.ts'), ...args], { cwd: root, encoding: 'utf8' });

it('checks the folder that it is told', () => {
  const { status, stdout } = check('--content', small);
  expect(stdout).toContain('サービス 2、ノート 2、比較 1');
  expect(status).toBe(0);
});

it.each([
  [['--content', join(small, 'no-such-folder')], 1],
  [[small], 2],
  [['--contents', small], 2],
])('%j ends with %i', (args, status) => {
  expect(check(...args).status).toBe(status);
});

it.each([
  [['--offline', '--today', '2026-02-30'], small, 2],
  [['--offline', '--days', '999999999'], small, 2],
  [['--offline', '--days', '0x10'], small, 2],
  [['--offline'], join(small, 'no-such-folder'), 1],
])('npm run stale %j ends with the code of a fault, not of an empty list', (args, content, code) => {
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'scripts/stale.ts'), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: content },
  });
  expect([status, stdout]).toEqual([code, '']);
});
