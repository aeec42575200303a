import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../src/diagnostics/index.ts';
import { planRelease } from '../../../src/deploy/plan.ts';
import {
  reportResult,
  reportResultJson,
  summarizePlan,
  type CommandResult,
} from '../../../src/deploy/report.ts';
import { makeRelease, type ReleaseFile } from '../../../src/deploy/release.ts';
import { NOW, sampleRelease, seenAfter } from './samples.ts';

const v1 = sampleRelease(
  { 'robots.txt': 'a', 'favicon.svg': 'x', 'services/a/index.html': '1', 'services/b/index.html': '1' },
  { '/old/': '/services/a/' },
);
const edited = sampleRelease(
  { 'robots.txt': 'a', 'favicon.svg': 'x', 'services/a/index.html': '2', 'services/c/index.html': '1' },
  { '/new/': '/services/a/' },
);
const v2 = makeRelease(
  {
    ...edited.files,
    'robots.txt': { ...(edited.files['robots.txt'] as ReleaseFile), cacheControl: 'no-cache' },
  },
  edited.redirects,
);
const seen = seenAfter([v1]);
const changes = summarizePlan(planRelease(seen, v2, { now: NOW, maxDeletes: 9, hasContent: true }), seen, v2);

const result = (change: Partial<CommandResult>): CommandResult => ({
  release: v2.id,
  previous: v1.id,
  url: 'https://kb.example.com/',
  result: 'settled',
  changes,
  diagnostics: [],
  ...change,
});

test('the changes of a plan', () => {
  expect(changes).toEqual({
    added: ['services/c/index.html'],
    changed: ['services/a/index.html'],
    headersOnly: ['robots.txt'],
    dropped: ['services/b/index.html'],
    redirectsPut: ['/new/'],
    redirectsRemoved: ['/old/'],
    invalidated: ['/robots.txt', '/services/a/', '/services/a/index.html'],
    deleted: 0,
    uploadBytes: 1,
  });
});

describe('for people', () => {
  test('a finished deploy', () => {
    expect(reportResult(result({}), { color: false })).toBe(
      [
        '  + services/c/index.html',
        '  ~ services/a/index.html',
        '  h robots.txt',
        '  - services/b/index.html',
        '  → /new/',
        '  × /old/',
        '  CDN: /robots.txt /services/a/ /services/a/index.html',
        '追加 1、更新 1、ヘッダーだけ 1、使わなくなる 1、転送 +1 −1、片付け 0、送信 1 バイト',
        `release ${v2.id} を公開しました（前は ${v1.id}）。 https://kb.example.com/`,
        '',
      ].join('\n'),
    );
  });

  test.each<[CommandResult['result'], string]>([
    ['planned', `release ${v2.id} にする計画です（前は ${v1.id}）。何も書いていません。`],
    ['unchanged', `release ${v2.id} は公開済みです。することはありません。 https://kb.example.com/`],
    ['refused', 'サイトには何も書いていません。'],
    ['untouched', 'サイトには何も書いていません。'],
    ['mixed', `release ${v2.id} は途中です。`],
  ])('%s', (ending, line) => {
    expect(reportResult(result({ result: ending, changes: null }), { color: false })).toBe(`${line}\n`);
  });

  test('a first deploy has no release before it', () => {
    expect(reportResult(result({ previous: null, changes: null, url: null }), { color: false })).toBe(
      `release ${v2.id} を公開しました。\n`,
    );
  });

  test('findings stand before the end', () => {
    const diagnostics = [
      diagnose('N716', { file: 'dist', line: 1, column: 1 }, { count: 300, cap: 256 }, 'warning'),
    ];
    const text = reportResult(result({ changes: null, diagnostics }), { color: false });
    expect(text).toContain('N716 消すファイルが多すぎます');
    expect(text.trimEnd().split('\n').at(-1)).toContain('を公開しました');
  });

  test('hashed files come and go with each release: they are counted, and hide no page', () => {
    const added = Array.from({ length: 800 }, (_, n) => `pagefind/index/${n}_0a1b2c3d4e.pf_index`);
    const text = reportResult(result({ changes: { ...changes, added } }), { color: false });
    expect(text).toContain('  ~ services/a/index.html\n');
    expect(text).not.toContain('pf_index');
    expect(text).toContain('… ほか 800 件');
    expect(text).toContain('追加 800');
  });

  test('long lists are cut, the counts are not', () => {
    const many = { ...changes, added: Array.from({ length: 5000 }, (_, i) => `services/s${i}/index.html`) };
    const text = reportResult(result({ changes: many }), { color: false });
    expect(text.split('\n').length).toBeLessThan(30);
    expect(text).toContain('… ほか 4985 件');
    expect(text).toContain('追加 5000');
  });
});

test('for programs: everything, and the words of the findings', () => {
  const diagnostics = [diagnose('N714', { file: 'state.json', line: 1, column: 1 })];
  const parsed = JSON.parse(reportResultJson(result({ diagnostics })));
  expect(parsed).toMatchObject({ release: v2.id, previous: v1.id, result: 'settled', changes });
  expect(parsed.diagnostics[0]).toMatchObject({
    code: 'N714',
    title: '戻す先がありません',
    hint: expect.any(String),
  });
});
