import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/command.ts';
import { ENTRY_FILE } from '../../src/search/layout.ts';

it('a measurement without a browser says so and leaves nothing behind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'eval-'));
  const dist = join(folder, 'dist');
  const temporary = join(folder, 'tmp');
  const queries = join(folder, 'queries.json');
  mkdirSync(join(dist, '_astro'), { recursive: true });
  mkdirSync(temporary);
  writeFileSync(join(dist, '_astro/search.js'), `'${ENTRY_FILE}'`);
  writeFileSync(queries, '{"queries":[]}');
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/eval-search.ts'), '--queries', queries, '--dist', dist],
    {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        TMPDIR: temporary,
        TEMP: temporary,
        TMP: temporary,
        CHROME_PATH: '/none/chrome',
      },
    },
  );
  const left = readdirSync(temporary);
  rmSync(folder, { recursive: true });
  expect([status, stderr]).toEqual([1, 'CHROME_PATH の「/none/chrome」がありません。\n']);
  expect(left).toEqual([]);
});
