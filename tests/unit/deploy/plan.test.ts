import { describe, expect, test } from 'vitest';
import { classifyPath } from '../../../src/deploy/cache-classes.ts';
import { findUncertainPaths, planRelease } from '../../../src/deploy/plan.ts';
import { makeRelease, type Release, type ReleaseFile } from '../../../src/deploy/release.ts';
import { emptyState } from '../../../src/deploy/state.ts';
import type { Observation, Plan } from '../../../src/deploy/steps.ts';
import { blobKey, manifestKey } from '../../../src/deploy/storage.ts';
import { daysAgo, entry, NOW, sampleRelease, seenAfter } from './samples.ts';

const options = { now: NOW, maxDeletes: 256, hasContent: true };
const nothing = seenAfter([]);

/** The phases as `name: path path`, in order. */
function outline({ phases }: Plan): string[] {
  return phases.map(({ name, steps }) => {
    const words = steps.map((step) => {
      if (step.kind === 'publish' || step.kind === 'store-blob') return step.path;
      if (step.kind === 'redirect')
        return [...step.put.map(([from]) => `+${from}`), ...step.remove.map((k) => `-${k}`)].join(' ');
      if (step.kind === 'invalidate') return step.paths.join(' ');
      if (step.kind === 'delete-objects' || step.kind === 'delete-stored') return step.keys.join(' ');
      return step.kind;
    });
    return `${name}: ${words.join(' ')}`;
  });
}

const site = {
  '_astro/main.AbCd1234.css': 'a{}',
  'favicon.svg': '<svg/>',
  'pagefind/index/0_0a1b2c3d4e.pf_index': 'part',
  'pagefind/pagefind-entry.json': '{}',
  'services/index.html': 'hub',
  'services/sqs/index.html': 'leaf',
  'services/sqs.md': '# leaf',
  'sitemap.xml': '<urlset/>',
};
const v1 = sampleRelease(site, { '/services/old/': '/services/sqs/' });

test('a first deploy publishes parts, pages, lists, in this order', () => {
  expect(outline(planRelease(nothing, v1, options))).toEqual([
    'record: store-manifest',
    expect.stringMatching(/^stage: /),
    'immutable: _astro/main.AbCd1234.css pagefind/index/0_0a1b2c3d4e.pf_index',
    'support: favicon.svg',
    'new-pages: 404.html index.html services/index.html services/sqs/index.html',
    'discovery: pagefind/pagefind-entry.json services/sqs.md sitemap.xml sw.js',
    'redirects: +/services/old/',
    'verify: verify',
    'switch: go-live',
  ]);
});

test('equal bytes are stored once', () => {
  const stage = planRelease(nothing, v1, options).phases.find(({ name }) => name === 'stage');
  expect(stage?.steps).toHaveLength(new Set(Object.values(v1.files).map(({ sha256 }) => sha256)).size);
});

test('an unchanged site has nothing to do', () => {
  expect(planRelease(seenAfter([v1]), v1, options)).toEqual({ phases: [], diagnostics: [] });
});

test('changed pages go leaf, hub, home, and the page for 404 last; new ones before them', () => {
  const v2 = sampleRelease(
    {
      ...site,
      'index.html': 'home 2',
      '404.html': 'm2',
      'services/index.html': 'hub 2',
      'services/sqs/index.html': 'leaf 2',
      'services/sns/index.html': 'new',
    },
    v1.redirects,
  );
  expect(outline(planRelease(seenAfter([v1]), v2, options)).filter((line) => /pages/.test(line))).toEqual([
    'new-pages: services/sns/index.html',
    'changed-pages: services/sqs/index.html',
    'changed-pages: services/index.html',
    'changed-pages: index.html',
    'changed-pages: 404.html',
  ]);
});

describe('headers', () => {
  const withHeader = (release: Release, path: string, change: Partial<ReleaseFile>) =>
    makeRelease(
      { ...release.files, [path]: { ...(release.files[path] as ReleaseFile), ...change } },
      release.redirects,
    );

  test('a header alone is a change, of exactly that file', () => {
    const v2 = withHeader(v1, 'favicon.svg', { cacheControl: 'no-store' });
    expect(v2.id).not.toBe(v1.id);
    expect(outline(planRelease(seenAfter([v1]), v2, options))).toEqual([
      'record: store-manifest',
      'support: favicon.svg',
      'verify: verify',
      'switch: go-live',
      'invalidate: /favicon.svg',
    ]);
  });

  test('an immutable file may get other headers, never other bytes', () => {
    const path = '_astro/main.AbCd1234.css';
    const headers = planRelease(
      seenAfter([v1]),
      withHeader(v1, path, { contentType: 'text/plain' }),
      options,
    );
    expect(headers.diagnostics).toEqual([]);
    expect(outline(headers)).toContain(`immutable: ${path}`);
    const bytes = planRelease(
      seenAfter([v1]),
      sampleRelease({ ...site, [path]: 'b{}' }, v1.redirects),
      options,
    );
    expect(bytes.diagnostics.map(({ code, source }) => [code, source.file])).toEqual([['N712', path]]);
  });

  test('after a crash, files with the right bytes are asked for their headers, and only they', () => {
    const v2 = withHeader(v1, 'favicon.svg', { cacheControl: 'no-store' });
    const state = { ...seenAfter([v1]).state };
    const crashed: Observation = {
      ...seenAfter([v1]),
      state: { ...state, history: [entry(v2.id, NOW, 'started'), ...state.history] },
      unsettled: [v2],
    };
    expect(findUncertainPaths(crashed, v2)).toEqual(['favicon.svg']);
    expect(findUncertainPaths(crashed, v1)).toEqual(['favicon.svg']);
    const done = new Map([['favicon.svg', { contentType: 'image/svg+xml', cacheControl: 'no-store' }]]);
    expect(outline(planRelease({ ...crashed, headers: done }, v2, options))).not.toContain(
      'support: favicon.svg',
    );
    expect(outline(planRelease({ ...crashed, headers: done }, v1, options))).toContain(
      'support: favicon.svg',
    );
    expect(outline(planRelease(crashed, v2, options))).toContain('support: favicon.svg');
  });

  test('a file that an older release left behind is asked, too', () => {
    const older = sampleRelease({ ...site, 'icon-192.png': 'icon' });
    expect(findUncertainPaths({ ...seenAfter([older, v1]), kept: [] }, older)).toEqual(['icon-192.png']);
  });

  test('first deploy that crashed: nothing is certain', () => {
    const seen = { ...seenAfter([v1]), live: undefined, unsettled: [v1] };
    expect(findUncertainPaths(seen, v1)).toEqual(Object.keys(v1.files));
  });
});

test('a file that somebody changed or removed by hand is repaired, and the CDN is told', () => {
  const seen = seenAfter([v1]);
  const objects = new Map(seen.objects);
  objects.delete('favicon.svg');
  objects.set('index.html', { etag: 'other', size: 1, modified: NOW });
  expect(outline(planRelease({ ...seen, objects }, v1, options))).toEqual([
    'support: favicon.svg',
    'changed-pages: index.html',
    'verify: verify',
    'switch: go-live',
    'invalidate: / /index.html',
  ]);
});

test('a deploy that stopped after the switch still tells the CDN', () => {
  const v2 = sampleRelease({ ...site, 'services/sqs/index.html': 'leaf 2' }, v1.redirects);
  const seen = seenAfter([v1, v2]);
  const history = [entry(v2.id, NOW, 'live'), entry(v1.id, daysAgo(1))];
  const stopped = { ...seen, state: { ...seen.state, history }, unsettled: [v1] };
  expect(outline(planRelease(stopped, v2, options))).toEqual([
    'verify: verify',
    'switch: go-live',
    'invalidate: /services/sqs/ /services/sqs/index.html',
  ]);
});

describe('redirects', () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [`/services/x${i}/`, '/services/sqs/']),
  );

  test('removals first, fifty a time, one after the other', () => {
    const v2 = sampleRelease(site, many);
    const phases = planRelease(seenAfter([v1]), v2, options).phases.filter(
      ({ name }) => name === 'redirects',
    );
    expect(phases.map(({ steps }) => steps.length)).toEqual([1, 1, 1]);
    expect(
      phases
        .flatMap(({ steps }) => steps)
        .map((s) => s.kind === 'redirect' && [s.remove.length, s.put.length]),
    ).toEqual([
      [1, 0],
      [0, 50],
      [0, 10],
    ]);
  });

  test('compared with what the store really holds', () => {
    const redirects = new Map([['/services/old/', '/elsewhere/']]);
    expect(outline(planRelease({ ...seenAfter([v1]), redirects }, v1, options))).toContain(
      'redirects: +/services/old/',
    );
  });
});

describe('a page that disappears', () => {
  const { 'services/sqs/index.html': _, ...others } = site;
  const codes = (target: Release, change: Partial<typeof options> = {}) =>
    planRelease(seenAfter([v1]), target, { ...options, ...change }).diagnostics.map(
      ({ code, severity, values }) => [code, severity, values],
    );

  test('is told, since its address was published', () => {
    expect(codes(sampleRelease(others))).toEqual([
      ['N723', 'warning', { page: '/services/sqs/', others: 0 }],
    ]);
  });

  test('not when the address leads on', () => {
    expect(codes(sampleRelease(others, { '/services/sqs/': '/services/' }))).toEqual([]);
  });

  test('not when an earlier release comes back', () => {
    expect(codes(sampleRelease(others), { hasContent: false }).map(([code]) => code)).not.toContain('N723');
  });
});

describe('blobs', () => {
  test('bytes that the state bucket lost are stored again, without touching the site', () => {
    const seen = seenAfter([v1]);
    const stored = new Set(seen.stored);
    stored.delete(blobKey((v1.files['index.html'] as ReleaseFile).sha256));
    expect(outline(planRelease({ ...seen, stored }, v1, options))).toEqual(['stage: index.html']);
  });

  test('a rollback needs what it publishes, and nothing else', () => {
    const v2 = sampleRelease({ ...site, 'services/sqs/index.html': 'leaf 2' }, v1.redirects);
    const seen = seenAfter([v1, v2]);
    const rollback = { ...options, hasContent: false };
    const without = (path: string) => {
      const stored = new Set(seen.stored);
      stored.delete(blobKey((v1.files[path] as ReleaseFile).sha256));
      return planRelease({ ...seen, stored }, v1, rollback).diagnostics.map(({ code, values }) => [
        code,
        values['count'],
      ]);
    };
    expect(without('index.html')).toEqual([]);
    const unstored = { ...seen, stored: new Set([manifestKey(v1.id)]) };
    expect(planRelease(unstored, v1, rollback).phases.map(({ name }) => name)).not.toContain('stage');
    expect(without('services/sqs/index.html')).toEqual([['N715', 1]]);
  });
});

describe('collection', () => {
  const v2 = sampleRelease({ 'services/sqs/index.html': 'leaf' });
  const gone = Object.keys(v1.files).filter((path) => !(path in v2.files));

  test('what no kept release needs goes, with its blobs and its manifest', () => {
    const seen = { ...seenAfter([v1, v2], { modified: daysAgo(15) }), kept: [] };
    const [collect] = planRelease(seen, v2, options).phases;
    const needed = new Set([
      manifestKey(v2.id),
      ...Object.values(v2.files).map(({ sha256 }) => blobKey(sha256)),
    ]);
    expect(collect).toEqual({
      name: 'collect',
      steps: [
        { kind: 'delete-objects', keys: gone },
        { kind: 'delete-stored', keys: [...seen.stored].filter((key) => !needed.has(key)) },
      ],
    });
  });

  test('more than the cap: nothing goes, and it is said', () => {
    const named = gone.filter((path) => classifyPath(path) !== 'immutable');
    const seen = { ...seenAfter([v1, v2], { modified: daysAgo(15) }), kept: [] };
    const plan = planRelease(seen, v2, { ...options, maxDeletes: named.length - 1 });
    expect(plan.phases).toEqual([]);
    expect(plan.diagnostics.map(({ code, severity, values }) => [code, severity, values])).toEqual([
      ['N716', 'warning', { count: named.length, cap: named.length - 1 }],
    ]);
    expect(planRelease(seen, v2, { ...options, maxDeletes: named.length }).phases).toHaveLength(1);
  });

  test('hashed files do not count: an index that is renamed with each release is no sign of a mistake', () => {
    const chunks = Array.from({ length: 800 }, (_, n) => [`pagefind/index/${n}_0a1b2c3d4e.pf_index`, `${n}`]);
    const old = sampleRelease({ ...site, ...Object.fromEntries(chunks) });
    const seen = { ...seenAfter([old, v2], { modified: daysAgo(15) }), kept: [] };
    const { phases, diagnostics } = planRelease(seen, v2, options);
    expect(diagnostics).toEqual([]);
    expect(phases.flatMap(({ steps }) => steps)).toContainEqual({
      kind: 'delete-objects',
      keys: Object.keys(old.files).filter((path) => !(path in v2.files)),
    });
  });

  test('a site without a history is nobody we know: nothing goes with the first release', () => {
    const seen = {
      ...seenAfter([v1], { modified: daysAgo(15) }),
      state: emptyState,
      live: undefined,
      kept: [],
    };
    expect(planRelease(seen, v2, options).phases.map(({ name }) => name)).not.toContain('collect');
  });
});
