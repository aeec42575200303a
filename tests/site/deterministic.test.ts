import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

it('gives the same bytes from another folder, without caches, in another time zone', async () => {
  const content = join(temporary, 'notes');
  cpSync(join(import.meta.dirname, '../fixtures/sites/small'), content, { recursive: true });
  const out = join(temporary, 'out');
  await runBuild(['--out', out, ...SMALL_SITE, '--content', content], {
    CACHE_DIR: join(temporary, 'cache'),
    TZ: 'Pacific/Apia',
    LANG: 'tr_TR.UTF-8',
  });
  const [one, other] = [readFolder(small.folder), readFolder(out)];
  expect([...other.keys()]).toEqual([...one.keys()]);
  expect([...other].filter(([file, bytes]) => one.get(file) !== bytes).map(([file]) => file)).toEqual([]);
});
