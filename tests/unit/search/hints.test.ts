import { describe, expect, it } from 'vitest';
import { collectHints } from '../../../src/search/build/hints.ts';
import { preparePage } from '../../../src/search/build/prepare.ts';
import { compoundsOf, listSubjects } from '../../../src/search/build/subjects.ts';
import type { ShardContent } from '../../../src/search/layout.ts';
import type { SearchPage, SearchSection } from '../../../src/search/pages/search-page.ts';
import { unpackSayings } from '../../../src/search/signs.ts';
import { content, noContent, page, pages } from './pages.ts';

const section = (level: number, heading: string, text = '', questions: string[] = []): SearchSection => ({
  id: heading,
  heading,
  level,
  questions,
  askedAs: [],
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
  const [subject] = listSubjects(some, new Map([[1, 7]]));

  it('is a section with what stands below its heading, and nothing else of the page', () => {
    const signs = new Map(subject?.signs);
    expect(subject?.position).toBe(7);
    expect(signs.get('取')).toBeGreaterThan(0);
    expect(signs.get('順')).toBeGreaterThan(0);
    expect(signs.has('天')).toBe(false);
    expect(signs.has('色')).toBe(false);
    expect(signs.get('予') ?? 0).toBeGreaterThan(signs.get('手') ?? 0);
  });

  it('names what its heading names, but for the page', () => {
    const of = (heading: string) =>
      listSubjects(
        page('/services/kumo-run/', 'Kumo Run', '', [section(2, heading, '', ['?'])]),
        new Map([[1, 0]]),
      );
    expect(of('予約枠の使い方')[0]?.compounds.map(([word]) => word)).toEqual(['予約枠']);
    expect(of('Kumo Run の予約枠')[0]?.compounds.map(([word]) => word)).toEqual(['予約枠']);
  });
});

describe('hints', () => {
  const collect = (some: readonly SearchPage[], entries = content) =>
    collectHints(some.map(preparePage), entries);
  const read = (files: ReturnType<typeof collect>['files']) =>
    files.map(({ content: bytes }) => JSON.parse(new TextDecoder().decode(bytes)) as ShardContent<string>);

  it('number the sections, and after them the terms', () => {
    const { hints, files } = collect(pages);
    const all = Object.assign({}, ...read(files)) as ShardContent<string>;
    expect(hints.sections).toHaveLength(1);
    expect(hints.terms).toEqual(['冪等']);
    expect([...unpackSayings(all['隠'] ?? '').keys()]).toEqual([0]);
    expect([...unpackSayings(all['冪'] ?? '').keys()]).toEqual([1]);
  });

  it('say in a word what a section is about, when that word is on other pages, but not on most', () => {
    const other = (n: number, text: string) => page(`/services/o${String(n)}/`, `O${String(n)}`, text);
    const about = page('/services/a/', 'A', '', [
      section(2, '変更セットとスタックの話', '変更セット。', ['?']),
    ]);
    const others = [...'123456'].map((n) =>
      other(Number(n), n === '1' ? '変更セットとスタックの話' : 'スタックの話'),
    );
    const topicOf = (some: readonly SearchPage[]) => collect(some, noContent).hints.sections[0]?.[2];
    expect(topicOf([about, ...others])).toBe(undefined);
    expect(topicOf([about, ...others, other(8, '空'), other(9, '空')])).toBe('変更セット');
  });

  it('are none for a site without any', () => {
    const { hints, files } = collect([], noContent);
    expect(hints).toMatchObject({ sections: [], terms: [], services: {}, signs: { begin: '' } });
    expect(files).toEqual([]);
  });
});
