import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Release } from '../../src/deploy/release.ts';
import type { SiteState } from '../../src/deploy/state.ts';
import { names } from './double/cloudfront.ts';
import { checkParts, crawl, findReferences } from './double/crawl.ts';
import { describeBucket } from './double/objects.ts';
import { renderSite, siteEdited, siteOne, siteTwo } from './double/sample-site.ts';
import { openStage, type Stage } from './double/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.cloud.restore({ site: new Map(), state: new Map(), redirects: new Map() });
  stage.cloud.reset();
  stage.front.invalidate(['/*']);
});

const writes = () => stage.cloud.log.filter(({ isWrite }) => isWrite).map(({ call }) => call);
const published = () => writes().flatMap((call) => /^COPY site-bucket\/(.*)$/.exec(call)?.[1] ?? []);

test('a first deploy puts every file on the site, as the tables say, and the site is whole', async () => {
  await stage.build(siteOne);
  const run = await stage.deploy();
  expect(run).toMatchObject({ code: 0, result: 'settled', previous: null, diagnostics: [] });
  expect([...stage.cloud.stored.site.keys()].sort()).toEqual(Object.keys(renderSite(siteOne)).sort());
  const bucket = describeBucket(stage.cloud.stored.site);
  expect(bucket['services/sqs/index.html']).toMatch(
    /\| text\/html; charset=utf-8 \| public, max-age=0, s-maxage=300, must-revalidate$/,
  );
  expect(bucket['sitemap.xml']).toMatch(
    /\| application\/xml; charset=utf-8 \| public, max-age=300, must-revalidate$/,
  );
  expect(await crawl(stage.front)).toEqual({
    pages: ['/', '/services/', '/services/lambda/', '/services/sqs/', '/services/sns/'],
    broken: [],
  });
});

test('a second deploy of an unchanged site writes nothing at all', async () => {
  await stage.build(siteOne);
  await stage.deploy();
  stage.cloud.reset();
  expect(await stage.deploy()).toMatchObject({ code: 0, result: 'unchanged' });
  expect(writes()).toEqual([]);
  expect(stage.cloud.invalidations).toEqual([]);
});

test('one changed note publishes its page, its twin, its picture and its part of the search, and nothing else', async () => {
  await stage.build(siteOne);
  await stage.deploy();
  stage.cloud.reset();
  await stage.build(siteEdited);
  const { changes } = await stage.deploy();
  const [before, after] = [renderSite(siteOne), renderSite(siteEdited)];
  const expected = Object.keys(after).filter((path) => after[path] !== before[path]);
  expect(published().sort()).toEqual(expected.sort());
  expect(expected.map((path) => path.replace(/[0-9a-f]{7,}/, '#')).sort()).toEqual([
    'og/#.png',
    'pagefind/index/0_#.pf_index',
    'pagefind/pagefind-entry.json',
    'pagefind/text/#-0-0.json',
    'services/sqs.md',
    'services/sqs/index.html',
  ]);
  expect(changes).toMatchObject({
    changed: ['pagefind/pagefind-entry.json', 'services/sqs.md', 'services/sqs/index.html'],
    headersOnly: [],
    deleted: 0,
  });
  expect(stage.cloud.invalidations).toEqual([
    ['/services/sqs.md', '/services/sqs/', '/services/sqs/index.html'],
  ]);
});

test('the new version is what readers get, at once', async () => {
  await stage.build(siteOne);
  await stage.deploy();
  await crawl(stage.front);
  await stage.build(siteTwo, { '/services/sns/': '/services/s3/' });
  await stage.deploy();
  expect((await stage.front.get('/services/sqs/')).body).toContain('失敗した便り');
  expect(await stage.front.get('/services/sns/')).toMatchObject({
    status: 301,
    headers: { location: '/services/s3/' },
  });
});

test('a dry run only reads, and tells what it would do', async () => {
  await stage.build(siteOne);
  await stage.deploy();
  await stage.build(siteTwo, { '/services/sns/': '/services/s3/' });
  const stored = stage.cloud.snapshot();
  stage.cloud.reset();
  const run = await stage.deploy({ dryRun: true });
  expect(run).toMatchObject({ code: 0, result: 'planned' });
  expect(run.changes?.added).toContain('services/s3/index.html');
  expect(run.changes?.dropped).toContain('services/sns/index.html');
  expect(run.changes?.redirectsPut).toEqual(['/services/sns/']);
  expect(writes()).toEqual([]);
  expect(stage.cloud.snapshot()).toEqual(stored);
});

test('secrets, maps and raw notes are never sent; their presence stops the deploy before the first request', async () => {
  for (const path of ['.env', '_astro/main.12345678.js.map', 'raw-notes/a.txt', 'services/sqs.mdx']) {
    await stage.build({ ...renderSite(siteOne), [path]: 'SECRET=1' });
    const run = await stage.deploy();
    expect([run.code, run.result, run.diagnostics.map(({ source }) => source.file)]).toEqual([
      1,
      'refused',
      [path],
    ]);
  }
  expect(stage.cloud.log).toEqual([]);
});

describe('a page that is open while others deploy', () => {
  test('finds all its parts for fourteen days and three releases', async () => {
    await stage.build(siteOne);
    await stage.deploy();
    const open = await stage.front.get('/services/sqs/');
    const parts = findReferences(open.body).parts;
    for (const [i, style] of ['a', 'b', 'c', 'd'].entries()) {
      stage.passDays(i === 0 ? 0 : 4.5);
      await stage.build({ ...siteTwo, style: `${siteTwo.style} /* ${style} */` });
      await stage.deploy();
      expect(await checkParts(stage.front.fork({ empty: true }), 'v1', parts)).toEqual([]);
    }
    // 13.5 days after it was replaced, three releases later: everything is still there. Then it may go.
    stage.passDays(1);
    const run = await stage.deploy();
    expect(run.changes?.deleted).toBeGreaterThan(0);
    const gone = await checkParts(stage.front.fork({ empty: true }), 'v1', parts);
    expect(gone.map((line) => line.replace(/[0-9a-f]{8,}/, '#'))).toEqual([
      '/_astro/main.#.css of v1 is 404',
      '/og/#.png of v1 is 404',
    ]);
    expect((await crawl(stage.front.fork({ empty: true }))).broken).toEqual([]);
  });
});

describe('rollback', () => {
  test('restores the previous release byte for byte, with headers and redirects', async () => {
    await stage.build(siteOne, { '/services/old/': '/services/sqs/' });
    const first = await stage.deploy();
    const before = describeBucket(stage.cloud.stored.site);
    await stage.build(siteTwo, { '/services/sns/': '/services/s3/' });
    await stage.deploy();
    await crawl(stage.front);
    stage.cloud.reset();
    const run = await stage.rollback();
    expect(run).toMatchObject({ code: 0, result: 'settled', release: first.release });
    const after = describeBucket(stage.cloud.stored.site);
    expect(Object.fromEntries(Object.keys(before).map((path) => [path, after[path]]))).toEqual(before);
    expect(Object.fromEntries(stage.cloud.stored.redirects)).toEqual({ '/services/old/': '/services/sqs/' });
    expect(writes().some((call) => call.includes('blobs/') || call.includes('releases/'))).toBe(false);
    expect((await stage.front.get('/services/sqs/')).body).not.toContain('失敗した便り');
    expect((await crawl(stage.front)).broken).toEqual([]);
  });

  test('goes one step further each time, and says when there is nothing before', async () => {
    const ids: (string | null)[] = [];
    for (const style of ['a', 'b', 'c']) {
      await stage.build({ ...siteOne, style });
      ids.push((await stage.deploy()).release);
    }
    expect((await stage.rollback()).release).toBe(ids[1]);
    expect((await stage.rollback()).release).toBe(ids[0]);
    const end = await stage.rollback();
    expect([end.code, end.diagnostics.map(({ code }) => code)]).toEqual([1, ['N714']]);
    expect((await stage.rollback(ids[2]?.slice(0, 6))).release).toBe(ids[2]);
    expect(await stage.releases()).toMatchObject({
      live: ids[2],
      lock: null,
      history: [ids[2], ids[0], ids[1], ids[2], ids[1], ids[0]].map((release) => ({
        release,
        stage: 'settled',
        kept: true,
      })),
    });
  });

  test('refuses a release whose bytes are gone, before it touches anything', async () => {
    await stage.build(siteOne);
    await stage.deploy();
    await stage.build(siteTwo);
    await stage.deploy();
    for (const key of [...stage.cloud.stored.state.keys()])
      if (key.startsWith('blobs/')) stage.cloud.stored.state.delete(key);
    stage.cloud.reset();
    const run = await stage.rollback();
    expect([run.code, run.result, run.diagnostics.map(({ code }) => code)]).toEqual([1, 'refused', ['N715']]);
    expect(writes()).toEqual([]);
  });
});

test('a build for another address than the one of the stack: it is published, and said to be', async () => {
  const buildFor = (origin: string) =>
    stage.build({
      ...renderSite(siteOne),
      'robots.txt': `User-agent: *\n\nSitemap: ${origin}/sitemap.xml\n`,
    });
  await buildFor('https://kumo-note.example');
  const { code, diagnostics } = await stage.deploy();
  expect([code, diagnostics.map((found) => [found.code, found.severity])]).toEqual([
    0,
    [['N724', 'warning']],
  ]);
  await buildFor(new URL(names.url).origin);
  expect((await stage.deploy()).diagnostics).toEqual([]);
});

test('more pages to delete than the cap: nothing is deleted, and it is said; the deploy itself is done', async () => {
  await stage.build(siteOne);
  await stage.deploy();
  for (const style of ['a', 'b', 'c']) {
    await stage.build({ ...siteTwo, style });
    await stage.deploy();
  }
  stage.passDays(15);
  stage.cloud.reset();
  await stage.build(siteTwo);
  const run = await stage.deploy({ maxDeletes: 1 });
  expect([run.code, run.result, run.diagnostics.map(({ code }) => code)]).toEqual([0, 'settled', ['N716']]);
  expect(writes().filter((call) => call.startsWith('POST site-bucket'))).toEqual([]);
  // The page of a note that is gone, and its twin; with them go all old hashed files.
  expect((await stage.deploy({ maxDeletes: 2 })).changes?.deleted).toBeGreaterThan(2);
  expect(stage.cloud.stored.site.has('services/sns/index.html')).toBe(false);
});

test('a month between deploys: three releases are kept, with all that they need and nothing else', async () => {
  for (const style of ['a', 'b', 'c', 'd', 'e']) {
    stage.passDays(30);
    await stage.build({ ...siteOne, style });
    expect((await stage.deploy()).diagnostics).toEqual([]);
    const { history } = (await stage.releases()) as { history: { release: string }[] };
    const keys = [...stage.cloud.stored.state.keys()];
    const manifests = history.map(({ release }) => `releases/${release}.json`).sort();
    expect(keys.filter((key) => key.startsWith('releases/')).sort()).toEqual(manifests);
    expect(manifests.length).toBeLessThanOrEqual(3);
    const needed = manifests.flatMap((key) => {
      const { files } = JSON.parse(String(stage.cloud.stored.state.get(key)?.body)) as Pick<Release, 'files'>;
      return Object.values(files).map(({ sha256 }) => `blobs/${sha256}`);
    });
    expect(keys.filter((key) => key.startsWith('blobs/')).sort()).toEqual([...new Set(needed)].sort());
  }
  expect([...stage.cloud.stored.site.keys()].filter((path) => path.startsWith('_astro/main'))).toHaveLength(
    3,
  );
});

test('files of others in the bucket, and other keys in the KeyValueStore, are left alone', async () => {
  await stage.build(siteOne);
  await stage.deploy();
  const proof = [...stage.cloud.stored.site.values()][0];
  if (proof) stage.cloud.stored.site.set('google1234.html', proof);
  stage.cloud.stored.redirects.set('basic-auth', 'hash');
  stage.passDays(30);
  for (const style of ['a', 'b', 'c', 'd']) {
    await stage.build({ ...siteTwo, style });
    await stage.deploy();
  }
  expect(stage.cloud.stored.site.has('google1234.html')).toBe(true);
  expect(stage.cloud.stored.redirects.get('basic-auth')).toBe('hash');
});

test('a hundred redirects, in updates of fifty', async () => {
  const redirects = Object.fromEntries(
    Array.from({ length: 101 }, (_, i) => [`/services/old-${i}/`, '/services/sqs/']),
  );
  await stage.build(siteOne, redirects);
  expect((await stage.deploy()).code).toBe(0);
  expect(Object.fromEntries(stage.cloud.stored.redirects)).toEqual(redirects);
  expect(writes().filter((call) => call.startsWith('POST key-value-stores'))).toHaveLength(3);
  expect(await stage.deploy()).toMatchObject({ result: 'unchanged' });
});

test('redirects that change under the deploy stop it: they are not written over', async () => {
  await stage.build(siteOne, { '/services/sns/': '/services/sqs/' });
  stage.cloud.fault = (_, call) => {
    if (call.startsWith('POST key-value-stores')) stage.cloud.stored.redirects.set('/theirs/', '/');
    return undefined;
  };
  expect(await stage.deploy()).toMatchObject({
    code: 1,
    diagnostics: [{ code: 'N717', values: { operation: 'UpdateKeys' } }],
  });
  expect(Object.fromEntries(stage.cloud.stored.redirects)).toEqual({ '/theirs/': '/' });
});

test('the clock of the cloud counts, not the one of a machine that is hours off', async () => {
  stage.cloud.ahead = 6 * 60 * 60_000;
  const times = new Set<string>();
  stage.cloud.applied = (_, call) => {
    if (call !== 'PUT state-bucket/state.json') return;
    const { lock, history } = JSON.parse(
      String(stage.cloud.stored.state.get('state.json')?.body),
    ) as SiteState;
    for (const time of [lock?.since, history[0]?.since]) if (time !== undefined) times.add(time);
  };
  await stage.build(siteOne);
  await stage.deploy();
  expect(times.size).toBeGreaterThan(0);
  for (const time of times) {
    const ahead = Date.parse(time) - stage.now.getTime();
    // The header `Date` counts in seconds.
    expect(Math.abs(ahead - stage.cloud.ahead)).toBeLessThan(5000);
  }
});

test('requests that AWS throttles are made again by the SDK', async () => {
  process.env['AWS_MAX_ATTEMPTS'] = '4';
  try {
    let left = 3;
    stage.cloud.fault = (n) => (n % 7 === 0 && left-- > 0 ? 'throttle' : undefined);
    await stage.build(siteOne);
    expect(await stage.deploy()).toMatchObject({ code: 0, result: 'settled' });
    expect((await crawl(stage.front)).broken).toEqual([]);
  } finally {
    process.env['AWS_MAX_ATTEMPTS'] = '1';
  }
});

test('a stack that is not there is said in words', async () => {
  stage.cloud.fault = (_, call) => (call === 'POST DescribeStacks' ? 'fail' : undefined);
  await stage.build(siteOne);
  const run = await stage.deploy();
  expect([
    run.code,
    run.result,
    run.diagnostics.map(({ code, values }) => [code, values['operation']]),
  ]).toEqual([1, 'refused', [['N717', 'DescribeStacks']]]);
});

test('a state that we did not write is not overwritten', async () => {
  await stage.build(siteOne);
  await stage.deploy();
  const object = stage.cloud.stored.state.get('state.json');
  if (object) stage.cloud.stored.state.set('state.json', { ...object, body: Buffer.from('{"version":9}') });
  stage.cloud.reset();
  const run = await stage.deploy();
  expect([run.code, run.diagnostics.map(({ code }) => code)]).toEqual([1, ['N719']]);
  expect(writes()).toEqual([]);
});

test('a site whose record is lost is published anew, and nothing of it is deleted', async () => {
  await stage.build(siteOne);
  await stage.deploy();
  const before = [...stage.cloud.stored.site.keys()];
  stage.passDays(30);
  stage.cloud.stored.state.delete('state.json');
  await stage.build(siteTwo);
  expect(await stage.deploy()).toMatchObject({ code: 0, result: 'settled', diagnostics: [] });
  expect([...stage.cloud.stored.site.keys()]).toEqual(expect.arrayContaining(before));
  expect((await crawl(stage.front.fork({ empty: true }))).broken).toEqual([]);
});
