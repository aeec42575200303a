import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, inject, it } from 'vitest';
import { runBuild, SMALL_SITE } from './global-setup.ts';

const { small } = inject('sites');
const temporary = mkdtempSync(join(tmpdir(), 'kumo-note-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** Every file of a folder with its bytes, as text that shows where two of them differ. */
const readFolder = (folder: string): Map<string, string> =>
  new Map(
    globSync('**/*', { cwd: folder })
      .filter((file) => statSync(join(folder, file)).isFile())
      .sort()
      .map((file) => [file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'latin1')]),
  );

const NO_NETWORK = `--import=${pathToFileURL(join(import.meta.dirname, 'no-network.mjs')).href}`;

it('would notice a program that asks the network', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [NO_NETWORK, '-e', "fetch('http://127.0.0.1:60999/').catch(() => {})"],
    { encoding: 'utf8' },
  );
  expect(status).toBe(99);
  expect(stderr).toContain('connects to');
});

it('gives the same bytes from another folder, without caches, network, or this time zone', async () => {
  const content = join(temporary, 'notes');
  cpSync(join(import.meta.dirname, '../fixtures/sites/small'), content, { recursive: true });
  const out = join(temporary, 'out');
  await runBuild(['--out', out, ...SMALL_SITE, '--content', content], {
    CACHE_DIR: join(temporary, 'cache'),
    TZ: 'Pacific/Apia',
    LANG: 'tr_TR.UTF-8',
    NODE_OPTIONS: NO_NETWORK,
  });
  const [one, other] = [readFolder(small.folder), readFolder(out)];
  expect([...other.keys()]).toEqual([...one.keys()]);
  expect([...other].filter(([file, bytes]) => one.get(file) !== bytes).map(([file]) => file)).toEqual([]);
});
