import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/command.ts';

function run(script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stderr } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, SITE_URL: '', EDIT_URL: '', BASE_PATH: '', ...env },
  });
  return [status, stderr];
}

it.each([
  [['--site', 'notes.example.com'], '公開する URL「notes.example.com」'],
  [['--site', 'https://notes.example.com/kb'], 'パスは --base'],
  [['--edit', 'content'], 'ノートを直せる場所「content/」'],
  [['--base', 'https://notes.example.com/kb'], '置く場所のパス「/https:/notes.example.com/kb/」'],
  [['--base', '/kb?x'], '置く場所のパス「/kb?x/」'],
  [['--base', '/kb/../'], '置く場所のパス「/kb/../」'],
])('a build ends with 2 before it begins when called as %j', (args, message) => {
  expect(run('scripts/build.ts', args)).toEqual([2, expect.stringContaining(message)]);
});

it.each([
  ['scripts/build.ts', { SITE_URL: 'notes.example.com' }, '公開する URL「notes.example.com」'],
  ['scripts/start.ts', { SITE_URL: 'notes.example.com' }, '公開する URL「notes.example.com」'],
  ['scripts/start.ts', { BASE_PATH: 'a b' }, '置く場所のパス「/a b/」'],
  ['scripts/dev.ts', { SITE_URL: 'notes.example.com' }, '公開する URL「notes.example.com」'],
  ['scripts/dev.ts', { EDIT_URL: 'content' }, 'ノートを直せる場所「content/」'],
])('%s says what is wrong with the environment %j', (script, env, message) => {
  expect(run(script, [], env)).toEqual([2, expect.stringContaining(message)]);
});
