import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root } from '../../scripts/command.ts';

const content = mkdtempSync(join(tmpdir(), 'kumo-permalinks-'));
afterAll(() => rmSync(content, { recursive: true }));
cpSync(join(import.meta.dirname, '../fixtures/sites/small'), content, { recursive: true });

const file = (path: string) => join(content, path);
const rewrite = (path: string, from: string, to: string) => {
  const text = readFileSync(file(path), 'utf8');
  expect(text).toContain(from);
  writeFileSync(file(path), text.replaceAll(from, to));
};

/** Runs a command of the project over the copied content. */
function run(script: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/run.mjs'), `scripts/${script}.ts`, ...args],
    { cwd: root, encoding: 'utf8', env: { ...process.env, CONTENT_DIR: content, VITEST: '' } },
  );
  return { status, said: stdout + stderr };
}

it('records what was published, and lets nothing of it vanish without a redirect', () => {
  expect(run('permalinks', '--check').status).toBe(1);
  expect(run('permalinks')).toMatchObject({ status: 0 });
  const published = readFileSync(file('permalinks.txt'), 'utf8');
  expect(published).toContain('\n/services/kumo-store/#expiry\n');
  expect(run('permalinks', '--check').status).toBe(0);

  // A body that cannot be read has lost nothing yet.
  const sound = readFileSync(file('notes/kumo-store/keep.mdx'), 'utf8');
  writeFileSync(file('notes/kumo-store/keep.mdx'), `${sound}\n{\n`);
  const unread = run('check');
  expect(unread.said).toContain('N301');
  expect(unread.said).not.toContain('N505');
  writeFileSync(file('notes/kumo-store/keep.mdx'), sound);

  // A heading gets another id: the check names the line to add, the command proposes it.
  rewrite('notes/kumo-store/keep.mdx', '#expiry', '#expiry-date');
  const check = run('check');
  expect(check.status).toBe(1);
  expect(check.said).toContain('N505');
  expect(check.said).toContain(
    "- { from: '/services/kumo-store/#expiry', to: '/services/kumo-store/#expiry-date', since: … }",
  );
  const proposed = run('permalinks');
  expect(proposed.status).toBe(1);
  const [line] = /- from: .*\n {2}to: .*\n {2}since: .*\n/.exec(proposed.said) ?? [];
  expect(line).toMatch(
    /- from: \/services\/kumo-store\/#expiry\n {2}to: \/services\/kumo-store\/#expiry-date\n/,
  );

  // Taken over as it is proposed, it is all that was missing.
  writeFileSync(file('redirects.yaml'), readFileSync(file('redirects.yaml'), 'utf8') + (line ?? ''));
  expect(run('check')).toMatchObject({ status: 0 });
  expect(run('permalinks', '--check')).toMatchObject({ status: 0 });
  // The list only ever grows.
  expect(readFileSync(file('permalinks.txt'), 'utf8')).toContain(published.trimEnd());
});
