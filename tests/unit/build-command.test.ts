import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/command.ts';

it.each([
  [['--site', 'notes.example.com'], '公開する URL「notes.example.com」'],
  [['--site', 'https://notes.example.com/kb'], 'パスは --base'],
  [['--edit', 'content'], 'ノートを直せる場所「content/」'],
])('a build ends with 2 before it begins when called as %j', (args, message) => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/build.ts'), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, SITE_URL: '', EDIT_URL: '' },
  });
  expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
});
