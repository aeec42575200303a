import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publishRelease, type PublishOptions } from '../../../src/deploy/publish.ts';
import type { Release } from '../../../src/deploy/release.ts';
import { findGarbage, findStoredGarbage, keepEntries } from '../../../src/deploy/retention.ts';
import { siteStateSchema, type SiteState } from '../../../src/deploy/state.ts';
import { blobKey, manifestKey } from '../../../src/deploy/storage.ts';
import { openMemoryCloud, type MemoryCloud } from './memory-cloud.ts';
import { DAY, daysAgo, entry, id, NOW, sampleRelease } from './samples.ts';

describe('keepEntries', () => {
  const kept = (history: Parameters<typeof keepEntries>[0]) =>
    keepEntries(history, NOW).map(({ release }) => release);

  test('three releases, however old', () => {
    const history = [4, 3, 2, 1].map((n) => entry(id(n), daysAgo(500 - n)));
    expect(kept(history)).toEqual([id(4), id(3), id(2)]);
  });

  test('every release that was live in the last fourteen days, counted from when it was replaced', () => {
    const history = [
      entry(id(6), daysAgo(1)),
      entry(id(5), daysAgo(2)),
      entry(id(4), daysAgo(3)),
      entry(id(3), daysAgo(14)),
      entry(id(2), daysAgo(300)),
      entry(id(1), daysAgo(301)),
    ];
    // 2 was replaced exactly fourteen days ago, 1 long before.
    expect(kept(history)).toEqual([id(6), id(5), id(4), id(3), id(2)]);
  });

  test('the same release twice counts once', () => {
    const history = [id(1), id(2), id(1), id(3), id(4)].map((release, i) => entry(release, daysAgo(100 + i)));
    expect(kept(history)).toEqual([id(1), id(2), id(1), id(3)]);
  });

  test('an entry that only began is kept by age, and is none of the three', () => {
    const begun = (n: number, days: number) => entry(id(n), daysAgo(days), 'started');
    expect(
      kept([
        begun(9, 400),
        entry(id(3), daysAgo(401)),
        entry(id(2), daysAgo(402)),
        entry(id(1), daysAgo(403)),
        entry(id(7), daysAgo(404)),
      ]),
    ).toEqual([id(9), id(3), id(2), id(1)]);
    expect(kept([entry(id(3), daysAgo(10)), begun(9, 400), entry(id(2), daysAgo(402))])).toEqual([
      id(3),
      id(9),
      id(2),
    ]);
    expect(kept([entry(id(3), daysAgo(15)), begun(9, 400), entry(id(2), daysAgo(402))])).toEqual([
      id(3),
      id(2),
    ]);
  });

  test('nothing, of nothing', () => expect(kept([])).toEqual([]));
});

describe('garbage', () => {
  const release = sampleRelease({ 'robots.txt': 'all' });
  const object = (days: number) => ({ etag: '', size: 0, modified: daysAgo(days) });

  test('unneeded, old, and ours', () => {
    const objects = new Map([
      ['robots.txt', object(99)],
      ['favicon.svg', object(14)],
      ['icon-192.png', object(13.9)],
      ['google1234.html', object(99)],
    ]);
    expect(findGarbage(objects, [release], NOW)).toEqual(['favicon.svg']);
  });

  test('blobs and manifests; nothing else of the state bucket', () => {
    const needed = [
      manifestKey(release.id),
      ...Object.values(release.files).map(({ sha256 }) => blobKey(sha256)),
    ];
    const stored = [...needed, 'state.json', 'notes.txt', blobKey('00'), manifestKey(id(1))];
    expect(findStoredGarbage(stored, [release])).toEqual([blobKey('00'), manifestKey(id(1))]);
  });
});

describe('over random histories', () => {
  const PATHS = [
    'favicon.svg',
    'robots.txt',
    'services/a/index.html',
    'services/b/index.html',
    'services/c/index.html',
  ];

  /** A day in the life: time passes, then a site of some files is deployed or rolled back to, perhaps cut short. */
  const step = fc.record({
    days: fc.nat({ max: 9 }),
    files: fc.subarray(PATHS),
    text: fc.nat({ max: 2 }),
    rollback: fc.boolean(),
    writes: fc.option(fc.nat({ max: 30 }), { nil: Infinity }),
  });

  const makeTarget = (
    files: readonly string[],
    text: number,
  ): { release: Release; texts: Record<string, string> } => {
    const texts: Record<string, string> = { 'index.html': `home ${text}`, '404.html': 'missing' };
    for (const path of files) texts[path] = `${path} ${text}`;
    // The name of a hashed file follows its content.
    texts[`_astro/main.${String(text).repeat(8)}.css`] = `style ${text}`;
    return { release: sampleRelease(texts), texts };
  };

  test('no kept release ever misses a file, and the live one is whole on the site (seeded)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        let now = daysAgo(0);
        const cloud = openMemoryCloud(() => now);
        for (const [i, { days, files, text, rollback, writes }] of steps.entries()) {
          now = new Date(now.getTime() + days * DAY + 10 * 60_000);
          const before = readState(cloud);
          const older =
            before && keepEntries(before.history, now).findLast(({ stage }) => stage !== 'started');
          const { release, texts } = makeTarget(files, text);
          const target = rollback && older ? await readManifest(cloud, older.release) : release;
          cloud.writesLeft = writes;
          const options: PublishOptions = {
            command: target === release ? 'deploy' : 'rollback',
            owner: 'me',
            token: String(i),
            signal: new AbortController().signal,
            report: () => undefined,
            dryRun: false,
            breakLock: true,
            maxDeletes: 256,
            readFile: target === release ? async (path) => Buffer.from(texts[path] ?? '') : undefined,
          };
          const { result } = await publishRelease(cloud, target, options);
          expect(result).not.toBe('refused');
          cloud.writesLeft = Infinity;
          await expectWhole(cloud, now);
        }
      }),
      { seed: 20261122, numRuns: 150 },
    );
  });

  function readState(cloud: MemoryCloud): SiteState | undefined {
    const found = cloud.contents.state.get('state.json');
    return found && siteStateSchema.parse(JSON.parse(Buffer.from(found.body).toString('utf8')));
  }

  async function readManifest(cloud: MemoryCloud, release: Release['id']): Promise<Release> {
    return JSON.parse(
      Buffer.from(cloud.contents.state.get(manifestKey(release))?.body ?? '').toString('utf8'),
    );
  }

  async function expectWhole(cloud: MemoryCloud, now: Date): Promise<void> {
    const state = readState(cloud);
    if (!state) return;
    const live = state.history.find(({ stage }) => stage !== 'started');
    for (const { release, stage } of keepEntries(state.history, now)) {
      if (stage === 'started') continue;
      const { files } = await readManifest(cloud, release);
      for (const [path, { sha256 }] of Object.entries(files)) {
        // What a page that is still open may ask for, and what a rollback needs.
        expect(cloud.contents.site.has(path), `${path} of ${release} on the site`).toBe(true);
        expect(cloud.contents.state.has(blobKey(sha256)), `${path} of ${release} in the state bucket`).toBe(
          true,
        );
      }
      if (release === live?.release && state.history[0] === live)
        for (const [path, { sha256 }] of Object.entries(files))
          expect(cloud.contents.site.get(path)?.body).toEqual(
            cloud.contents.state.get(blobKey(sha256))?.body,
          );
    }
  }
});
