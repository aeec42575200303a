import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeCorpus } from '../../scripts/bench/corpus.ts';
import { root } from '../../scripts/command.ts';
import { withoutVitest } from '../site/global-setup.ts';

const temporary = mkdtempSync(join(tmpdir(), 'kumo-note-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

describe('the bench', () => {
  it('makes notes of 3 KB, the same ones each time', () => {
    const notes = makeCorpus(200).flatMap((service) => service.notes);
    const bytes = notes.map(({ body }) => Buffer.byteLength(body));
    expect(bytes.reduce((sum, size) => sum + size) / notes.length).toBeCloseTo(3072, -3);
    expect(notes.filter(({ body }) => body.includes('```mermaid'))).toHaveLength(20);
    expect(makeCorpus(200)).toEqual(makeCorpus(200));
  });

  // Two builds, an import and a dev server: two thirds of a minute, and several on a busy machine.
  it('measures a small corpus from end to end', { timeout: 300_000 }, () => {
    const json = join(temporary, 'figures.json');
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'scripts/run.mjs'), 'scripts/bench.ts', '--sizes', '20', '--json', json],
      { cwd: root, encoding: 'utf8', env: { ...withoutVitest(process.env), TMPDIR: temporary } },
    );
    expect(status, stderr).toBe(0);
    const { own } = JSON.parse(readFileSync(json, 'utf8')) as { own: Record<string, unknown>[] };
    expect(own).toMatchObject([
      {
        notes: 20,
        pages: 2,
        outputBytes: expect.any(Number) as number,
        search: { firstQuery: expect.any(Number) as number, nextQuery: expect.any(Number) as number },
        importing: { megabytes: expect.any(Number) as number },
        editing: { shown: expect.any(Number) as number },
      },
    ]);
  });
});
