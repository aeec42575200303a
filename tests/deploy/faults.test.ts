import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { crawl } from './double/crawl.ts';
import type { Stored } from './double/fake-cloud.ts';
import type { Front } from './double/front.ts';
import { describeBucket } from './double/objects.ts';
import { siteOne, siteTwo } from './double/sample-site.ts';
import { openStage, type Stage } from './double/stage.ts';

const REDIRECTS = { '/services/sns/': '/services/s3/' };

let stage: Stage;
/** The cloud with the first site live, and with the second one after a deploy that met no fault. */
let before: Stored;
let after: Stored;
/** A CDN that has served every page of the first site. */
let warm: Front;
/** Requests of a deploy of the second site over the first. */
let requests: number;
let pagesOfOne: string[];

beforeAll(async () => {
  stage = await openStage();
  await stage.build(siteOne);
  await stage.deploy();
  before = stage.cloud.snapshot();
  pagesOfOne = (await crawl(stage.front)).pages;
  warm = stage.front.fork();
  await stage.build(siteTwo, REDIRECTS);
  stage.cloud.reset();
  await stage.deploy();
  requests = stage.cloud.log.length;
  after = stage.cloud.snapshot();
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.cloud.restore(before);
  stage.cloud.reset();
});

/** Walks the site with an empty cache and with the one from before, and opens every page that was there before. */
async function expectWhole(what: string): Promise<void> {
  for (const [cache, front] of [
    ['empty', stage.front.fork({ empty: true })],
    ['warm', warm.fork()],
  ] as const) {
    expect((await crawl(front)).broken, `${what}, ${cache} cache`).toEqual([]);
    for (const page of pagesOfOne) {
      const { status, headers } = await front.get(page);
      if (status === 301)
        expect((await front.get(headers['location'] ?? '')).status, `${page}, ${what}`).toBe(200);
      else expect(status, `${page}, ${what}`).toBe(200);
    }
  }
}

/** The site and its redirects are as after a clean deploy; only what nobody needs may be there besides. */
function expectSame(what: string): void {
  const [site, clean] = [describeBucket(stage.cloud.stored.site), describeBucket(after.site)];
  expect(site, what).toEqual(clean);
  expect(Object.fromEntries(stage.cloud.stored.redirects), what).toEqual(Object.fromEntries(after.redirects));
  expect([...stage.cloud.stored.state.keys()].sort(), what).toEqual([...after.state.keys()].sort());
}

test('the deploy under test makes requests of every kind', () => {
  expect(requests).toBeGreaterThan(50);
});

describe('the machine is gone after any request', () => {
  test('the site is whole at each of them, and a rerun ends like a clean deploy', async () => {
    for (let last = 0; last <= requests; last += 1) {
      stage.cloud.restore(before);
      stage.cloud.reset();
      stage.cloud.fault = (n) => (n > last ? 'cut' : undefined);
      const run = await stage.deploy();
      if (last < requests) expect(run.code, `gone after ${last}`).toBe(1);
      await expectWhole(`gone after ${last}`);
      // The lock is still there: whoever comes next waits, or takes over.
      stage.cloud.reset();
      const rerun = await stage.deploy({ breakLock: true });
      expect(rerun.diagnostics, `rerun after ${last}`).toEqual([]);
      expect(['settled', 'unchanged'], `rerun after ${last}`).toContain(rerun.result);
      expectSame(`rerun after ${last}`);
      await expectWhole(`rerun after ${last}`);
    }
  });

  test('also during a first deploy: what is there can be read, and a rerun completes it', async () => {
    const nothing = { site: new Map(), state: new Map(), redirects: new Map() };
    stage.cloud.restore(nothing);
    await stage.deploy();
    const total = stage.cloud.log.length;
    const clean = describeBucket(stage.cloud.stored.site);
    for (let last = 1; last < total; last += 5) {
      stage.cloud.restore(nothing);
      stage.cloud.reset();
      stage.cloud.fault = (n) => (n > last ? 'cut' : undefined);
      await stage.deploy();
      stage.cloud.reset();
      expect((await stage.deploy({ breakLock: true })).diagnostics).toEqual([]);
      expect(describeBucket(stage.cloud.stored.site), `first deploy gone after ${last}`).toEqual(clean);
    }
  });

  test('also during a rollback', async () => {
    stage.cloud.restore(after);
    await stage.rollback();
    const total = stage.cloud.log.length;
    const clean = describeBucket(stage.cloud.stored.site);
    for (let last = 0; last < total; last += 1) {
      stage.cloud.restore(after);
      stage.cloud.reset();
      stage.cloud.fault = (n) => (n > last ? 'cut' : undefined);
      await stage.rollback();
      expect((await crawl(stage.front.fork({ empty: true }))).broken, `rollback gone after ${last}`).toEqual(
        [],
      );
      stage.cloud.reset();
      // The same command again, as its report asks for.
      const again = await stage.rollback(undefined, { breakLock: true });
      expect(again.diagnostics, `rollback gone after ${last}`).toEqual([]);
      expect(describeBucket(stage.cloud.stored.site), `rollback gone after ${last}`).toEqual(clean);
    }
  });

  test('the previous site can be deployed again over the ruins, and is as it was', async () => {
    for (let last = 8; last < requests; last += 3) {
      await stage.build(siteTwo, REDIRECTS);
      stage.cloud.restore(before);
      stage.cloud.reset();
      stage.cloud.fault = (n) => (n > last ? 'cut' : undefined);
      await stage.deploy();
      stage.cloud.reset();
      await stage.build(siteOne);
      const back = await stage.deploy({ breakLock: true });
      // Before its last two requests the second site is recorded as the live one: then its own page is missed.
      const recorded = last >= requests - 2;
      expect(
        back.diagnostics.map(({ code }) => code),
        `after ${last}`,
      ).toEqual(recorded ? ['N723'] : []);
      const [site, wanted] = [describeBucket(stage.cloud.stored.site), describeBucket(before.site)];
      expect(
        Object.fromEntries(Object.keys(wanted).map((path) => [path, site[path]])),
        `after ${last}`,
      ).toEqual(wanted);
      expect(stage.cloud.stored.redirects.size).toBe(0);
      expect((await crawl(stage.front.fork({ empty: true }))).broken).toEqual([]);
    }
    await stage.build(siteTwo, REDIRECTS);
  });
});

describe('any one request fails', () => {
  /** Which phase a call belongs to, in the order of a deploy. */
  const phases: readonly [RegExp, number][] = [
    [/^PUT state-bucket\/(?:blobs|releases)/, 1],
    [/^COPY site-bucket\/(?:_astro|og|pagefind\/(?!pagefind-entry))/, 2],
    [/^COPY site-bucket\/(?:favicon|robots|manifest)/, 3],
    [/^COPY site-bucket\/.*html$/, 4],
    [/^COPY site-bucket\//, 5],
    [/^POST key-value-stores/, 6],
    [/^POST 2020-05-31/, 8],
    [/^POST site-bucket/, 9],
  ];
  const phaseOf = (call: string) => phases.find(([pattern]) => pattern.test(call))?.[1];

  test('the deploy stops before the next phase, says what state the site is in, and frees the lock', async () => {
    const conditions = new Set<string>();
    for (let bad = 1; bad <= requests; bad += 1) {
      stage.cloud.restore(before);
      stage.cloud.reset();
      let failed = '';
      stage.cloud.fault = (n, call) => {
        if (n !== bad) return undefined;
        failed = call;
        return 'fail';
      };
      const run = await stage.deploy();
      const what = `request ${bad} (${failed})`;
      expect(run.code, what).toBe(1);
      expect(['settled', 'unchanged', 'planned'], what).not.toContain(run.result);
      conditions.add(run.result);
      const [diagnostic] = run.diagnostics as unknown as { code: string; message: string; hint: string }[];
      expect(diagnostic?.code, what).toBe('N717');
      expect(diagnostic?.message, what).toMatch(/公開中|一部のページ|公開済み|書いていません/);
      expect(diagnostic?.hint, what).toMatch(/もう一度実行/);
      const phase = phaseOf(failed);
      if (phase !== undefined) {
        const later = stage.cloud.log.map(({ call }) => phaseOf(call) ?? 0).filter((other) => other > phase);
        expect(later, what).toEqual([]);
      }
      await expectWhole(what);
      const state = JSON.parse(String(stage.cloud.stored.state.get('state.json')?.body));
      // The very last write is the one that frees the lock; when it fails it is tried once more.
      expect(state.lock, what).toBeNull();
    }
    expect([...conditions].sort()).toEqual(['live', 'mixed', 'parts', 'refused', 'untouched']);
  });
});

test('an answer that is lost on its way: the SDK asks again, and meets what the first request did', async () => {
  process.env['AWS_MAX_ATTEMPTS'] = '2';
  try {
    for (let lost = 1; lost <= requests; lost += 1) {
      stage.cloud.restore(before);
      stage.cloud.reset();
      stage.cloud.fault = (n) => (n === lost ? 'lost' : undefined);
      const { result, diagnostics } = await stage.deploy();
      const what = `${lost}: ${stage.cloud.log[lost - 1]?.call}`;
      expect([result, diagnostics], what).toEqual(['settled', []]);
      expectSame(what);
      expect(stage.cloud.invalidations.length, what).toBeGreaterThan(0);
    }
  } finally {
    process.env['AWS_MAX_ATTEMPTS'] = '1';
  }
});

test('a copy that S3 answers with 200 and an error has failed', async () => {
  stage.cloud.fault = (_, call) =>
    call === 'COPY site-bucket/services/sqs/index.html' ? 'inside' : undefined;
  const run = await stage.deploy();
  expect([run.result, run.diagnostics.map(({ code, values }) => [code, values['operation']])]).toEqual([
    'mixed',
    [['N717', 'CopyObject']],
  ]);
});

describe('somebody else', () => {
  test('of two deploys at once one wins, the other changes nothing and says so', async () => {
    // Both have read the same state before either of them writes.
    let waiting = 0;
    let open: () => void = () => undefined;
    const both = new Promise<void>((resolve) => (open = resolve));
    stage.cloud.fault = async (_, call) => {
      if (call === 'PUT state-bucket/state.json' && waiting < 2) {
        waiting += 1;
        if (waiting === 2) open();
        await both;
      }
      return undefined;
    };
    const runs = await Promise.all([stage.deploy(), stage.deploy()]);
    expect(runs.map(({ code }) => code).sort()).toEqual([0, 1]);
    const loser = runs.find(({ code }) => code === 1);
    expect([loser?.result, loser?.diagnostics.map(({ code }) => code)]).toEqual(['untouched', ['N711']]);
    expectSame('after both');
  });

  test('who comes while a deploy is under way is told who and until when', async () => {
    let second: Awaited<ReturnType<Stage['deploy']>> | undefined;
    stage.cloud.fault = async (_, call) => {
      if (call === 'COPY site-bucket/index.html' && !second) second = await stage.deploy();
      return undefined;
    };
    expect((await stage.deploy()).code).toBe(0);
    expect([second?.code, second?.result, second?.diagnostics[0]?.code]).toEqual([1, 'refused', 'N710']);
    expect(second?.diagnostics[0]?.values).toMatchObject({ owner: 'test', since: stage.now.toISOString() });
  });

  test('a crashed deploy blocks for four minutes, and no longer', async () => {
    stage.cloud.fault = (n) => (n > 30 ? 'cut' : undefined);
    await stage.deploy();
    stage.cloud.reset();
    expect((await stage.deploy()).diagnostics.map(({ code }) => code)).toEqual(['N710']);
    const crashed = stage.now;
    stage.now = new Date(crashed.getTime() + 4 * 60_000);
    expect(await stage.deploy()).toMatchObject({ code: 0, result: 'settled' });
    stage.now = crashed;
    expectSame('after the crash');
  });

  test('whoever is overtaken stops, and what it wrote meanwhile is put right by the next deploy', async () => {
    let overtaken = false;
    stage.cloud.fault = async (_, call) => {
      if (call === 'COPY site-bucket/services/sqs/index.html' && !overtaken) {
        overtaken = true;
        await stage.deploy({ breakLock: true });
      }
      return undefined;
    };
    const slow = await stage.deploy();
    expect([slow.code, slow.diagnostics.map(({ code }) => code)]).toEqual([1, ['N720']]);
    await stage.deploy();
    expectSame('after both');
  });

  test('whoever is overtaken deletes nothing: the other may need it', async () => {
    for (const style of ['a', 'b', 'c']) {
      await stage.build({ ...siteTwo, style });
      await stage.deploy();
    }
    const started = stage.now;
    stage.passDays(15);
    await stage.build(siteTwo);
    let overtaken = false;
    stage.cloud.fault = async (_, call) => {
      if (call.startsWith('POST 2020') && !overtaken) {
        overtaken = true;
        // A page that nobody needed any more comes back.
        await stage.build(siteOne);
        expect((await stage.deploy({ breakLock: true })).code).toBe(0);
      }
      return undefined;
    };
    const slow = await stage.deploy();
    expect([slow.code, slow.diagnostics.map(({ code }) => code)]).toEqual([1, ['N720']]);
    expect((await crawl(stage.front.fork({ empty: true }))).broken).toEqual([]);
    stage.passDays(-15);
    expect(stage.now).toEqual(started);
    await stage.build(siteTwo, REDIRECTS);
  });

  test('a long deploy renews its lock, and stops at once when it is not its own any more', async () => {
    const started = stage.now;
    let taken = 0;
    stage.cloud.fault = async (n, call) => {
      stage.now = new Date(stage.now.getTime() + 20_000);
      if (!taken && call === 'COPY site-bucket/services/sqs/index.html') {
        taken = n;
        const state = stage.cloud.stored.state.get('state.json');
        if (state)
          stage.cloud.stored.state.set('state.json', { ...state, etag: 'taken', body: Buffer.from('{}') });
      }
      return undefined;
    };
    const slow = await stage.deploy();
    stage.now = started;
    expect(slow.diagnostics.map(({ code }) => code)).toEqual(['N720']);
    const calls = stage.cloud.log.map(({ call }) => call);
    expect(calls.filter((call) => call === 'PUT state-bucket/state.json').length).toBeGreaterThan(3);
    // Half a lease is ninety seconds: at twenty a request, a handful of steps at most.
    expect(calls.slice(taken).filter((call) => call.startsWith('COPY')).length).toBeLessThan(6);
    expect(calls.some((call) => call.startsWith('POST 2020'))).toBe(false);
  });

  test('somebody who changes headers during a deploy is noticed, too', async () => {
    stage.cloud.applied = (_, call) => {
      const page = stage.cloud.stored.site.get('404.html');
      if (call === 'COPY site-bucket/sitemap.xml' && page)
        stage.cloud.stored.site.set('404.html', { ...page, contentType: 'text/plain' });
    };
    const run = await stage.deploy();
    expect(run.diagnostics.map(({ code, values }) => [code, values['path']])).toEqual([['N718', '404.html']]);
  });

  test('somebody who changes the bucket during a deploy is noticed before anything goes live', async () => {
    stage.cloud.applied = (_, call) => {
      const robots = stage.cloud.stored.site.get('robots.txt');
      if (call === 'COPY site-bucket/index.html' && robots)
        stage.cloud.stored.site.set('robots.txt', { ...robots, etag: 'somebody', body: Buffer.from('x') });
    };
    const run = await stage.deploy();
    expect([run.code, run.result, run.diagnostics.map(({ code, values }) => [code, values['path']])]).toEqual(
      [1, 'mixed', [['N718', 'robots.txt']]],
    );
    stage.cloud.reset();
    expect((await stage.deploy()).code).toBe(0);
    expectSame('after the repair');
  });
});

test('a build that changes during the deploy stops it, before the site is touched', async () => {
  const stored = describeBucket(stage.cloud.stored.site);
  for (const change of ['gone', 'other']) {
    stage.cloud.restore(before);
    stage.cloud.fault = async (_, call) => {
      if (!call.startsWith('PUT state-bucket/releases/')) return undefined;
      const file = join(stage.folder, 'dist/services/sqs/index.html');
      if (change === 'gone') await rm(file);
      else await writeFile(file, 'something else');
      return undefined;
    };
    const run = await stage.deploy();
    const [diagnostic] = run.diagnostics;
    expect([run.code, run.result, diagnostic?.code]).toEqual([
      1,
      'untouched',
      change === 'gone' ? 'N709' : 'N717',
    ]);
    expect(describeBucket(stage.cloud.stored.site)).toEqual(stored);
    await stage.build(siteTwo, REDIRECTS);
  }
});

test('Ctrl+C ends the step under way, frees the lock and says how to go on', async () => {
  const controller = new AbortController();
  stage.cloud.applied = (_, call) => {
    if (call === 'COPY site-bucket/services/sqs/index.html') controller.abort();
  };
  const run = await stage.deploy({ signal: controller.signal });
  expect([run.code, run.result, run.diagnostics.map(({ code }) => code)]).toEqual([1, 'mixed', ['N721']]);
  await expectWhole('interrupted');
  expect((await stage.deploy()).code).toBe(0);
  expectSame('after the interruption');
});
