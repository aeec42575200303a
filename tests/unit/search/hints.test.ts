import { describe, expect, it } from 'vitest';
import type { ContentEntries } from '../../../src/content/entries.ts';
import { collectHints } from '../../../src/search/build/hints.ts';
import { preparePage } from '../../../src/search/build/prepare.ts';
import { compoundsOf, listSubjects } from '../../../src/search/build/subjects.ts';
import type { ShardContent } from '../../../src/search/layout.ts';
import { MARKED, type SearchPage, type SearchSection } from '../../../src/search/pages/search-page.ts';
import { unpackSayings } from '../../../src/search/signs.ts';
import { content, noContent, page, pages, prepare } from './pages.ts';

const section = (level: number, heading: string, text = '', questions: string[] = []): SearchSection => ({
  id: heading,
  heading,
  level,
  questions,
  blocks: text ? [text] : [],
});

describe('compounds', () => {
  it.each([
    ['ECS Exec でコンテナーに入る', ['ecs exec', 'コンテナー']],
    ['変更セットを使い、15 分で戻す', ['変更セット']],
    ['IAM ロールと t3.micro。', ['iam', 't3.micro', 'ロール']],
    ['はじめに', []],
  ])('of %s are %j', (text, expected) => {
    expect(compoundsOf(text).sort()).toEqual(expected.map((word) => word.replace(/ー$/, '')).sort());
  });
});

describe('a subject', () => {
  const lead = '色を決める';
  const some = page('/services/kumo-run/', 'Kumo Run', lead, [
    section(2, '予約枠の使い方', '関数の枠', ['取られたくない']),
    section(3, '予約枠を外す', '枠を外す手順'),
    section(2, '別の話', '天気'),
  ]);
  const [subject, below, ...others] = listSubjects(some, [0, 7, 12, 20], {
    予約枠の使い方: { asked: ['枠が足りない'], about: ['予約枠'] },
  });

  it('is a section with what stands below its heading, and nothing else of the page', () => {
    const signs = new Map(subject?.signs);
    expect(subject?.position).toBe(7);
    expect(signs.get('取')).toBeGreaterThan(0);
    expect(signs.get('順')).toBeGreaterThan(0);
    expect(signs.has('天')).toBe(false);
    expect(signs.has('色')).toBe(false);
    expect(signs.get('予') ?? 0).toBeGreaterThan(signs.get('手') ?? 0);
  });

  it('is each section, also one below another', () => {
    expect(below?.position).toBe(12);
    expect(new Map(below?.signs).has('使')).toBe(false);
    expect(others.map(({ position }) => position)).toEqual([20]);
  });

  it('is said in other words, and about something, as writers say', () => {
    expect(new Map(subject?.signs).get('足')).toBeGreaterThan(0);
    expect(subject?.about).toEqual(['予約枠']);
    expect(below?.about).toEqual([]);
  });

  it('is above the first heading only what something is asked of, and never what is only marked', () => {
    const marked = page('/glossary/', '用語集', lead, [section(MARKED, '冪等')]);
    expect(listSubjects(marked, [0, 4], {})).toEqual([]);
    const top = { top: { asked: ['色が決まらない'], about: [] } };
    expect(listSubjects(marked, [3, 4], top).map(({ position }) => position)).toEqual([3]);
  });

  it('names what its heading names, but for the page', () => {
    const of = (heading: string) =>
      listSubjects(page('/services/kumo-run/', 'Kumo Run', '', [section(2, heading)]), [0, 0], {});
    expect(of('予約枠の使い方')[0]?.compounds.map(([word]) => word)).toEqual(['予約枠']);
    expect(of('Kumo Run の予約枠')[0]?.compounds.map(([word]) => word)).toEqual(['予約枠']);
  });
});

describe('hints', () => {
  const collect = (some: readonly SearchPage[], entries = content) => collectHints(prepare(some), entries);
  const read = (files: ReturnType<typeof collect>['files']) =>
    files.map(({ content: bytes }) => JSON.parse(new TextDecoder().decode(bytes)) as ShardContent<string>);

  it('number the sections, and after them the terms', () => {
    const { hints, files } = collect(pages);
    const all = Object.assign({}, ...read(files)) as ShardContent<string>;
    const numberOf = (n: number) => hints.sections.slice(0, n).flat().length;
    expect(hints.sections).toHaveLength(pages.length);
    expect(hints.terms).toEqual(['冪等']);
    const saying = (sign: string) => [...unpackSayings(all[sign] ?? '').keys()];
    expect(saying('冪').at(-1)).toBe(numberOf(pages.length));
    expect(saying('社')).toContain(numberOf(pages.findIndex(({ path }) => path === '/services/sora-zone/')));
  });

  it('say terms in the words in which they are asked for as well', () => {
    const searchHints = [
      { id: 'glossary', data: { idempotent: { asked: ['押し直しても平気か'], about: [] } } },
    ];
    const { hints, files } = collectHints([], { ...content, searchHints } as unknown as ContentEntries);
    const all = Object.assign({}, ...read(files)) as ShardContent<string>;
    expect(hints.terms).toEqual(['冪等']);
    expect([...unpackSayings(all['押'] ?? '').keys()]).toEqual([0]);
  });

  it('say what a section is about in the words of its writers', () => {
    const about = { 節: { asked: [], about: ['予約枠', '同時実行'] } };
    const { files } = collectHints([preparePage(page('/x/', 'X', '', [section(2, '節')]), about)], noContent);
    expect(Object.assign({}, ...read(files))).toMatchObject({ 0: '予約枠\n同時実行' });
  });

  it('say in a word what another one is about, when that word is on other pages, but not on most', () => {
    const other = (n: number, text: string) => page(`/services/o${String(n)}/`, `O${String(n)}`, text);
    const about = page('/services/a/', 'A', '', [
      section(2, '変更セットとスタックの話', '変更セット。', ['?']),
    ]);
    const others = [...'123456'].map((n) =>
      other(Number(n), n === '1' ? '変更セットとスタックの話' : 'スタックの話'),
    );
    const topicOf = (some: readonly SearchPage[]) =>
      (Object.assign({}, ...read(collect(some, noContent).files)) as ShardContent<string>)['0'];
    expect(topicOf([about, ...others])).toBe(undefined);
    expect(topicOf([about, ...others, other(8, '空'), other(9, '空')])).toBe('変更セット');
  });

  it('are none for a site without any', () => {
    const { hints, files } = collect([], noContent);
    const empty = { begin: '' };
    expect(hints).toMatchObject({ sections: [], terms: [], services: {}, signs: empty, about: empty });
    expect(files).toEqual([]);
  });
});
