import { describe, expect, it } from 'vitest';
import { judge, type JudgedQuery } from '../../../src/search/eval/judge.ts';
import { measure, percentile } from '../../../src/search/eval/metrics.ts';
import { page } from './pages.ts';

const pages = [
  page('/a/', 'Lambda の話', '前書き。', [
    {
      id: 'x',
      heading: 'タイムアウト',
      level: 2,
      questions: [],
      blocks: ['900 秒。サーバー。'],
    },
    {
      id: 'y',
      heading: 'ほか',
      level: 2,
      questions: [],
      blocks: ['パケットとバケットの話。my_alb'],
    },
  ]),
  page('/b/', 'ALB', 'ＬＡＭＢＤＡ　を呼ぶ。'),
];
const gradesOf = (...any: string[][]) => {
  const query: JudgedQuery = { id: 'q', query: 'q', kind: 'k', rule: { any } };
  return Object.fromEntries(judge([query], pages).get(query) ?? []);
};

describe('grades', () => {
  it.each([
    [[['lambda']], { '/a/': 3, '/b/': 1 }],
    [[['タイムアウト']], { '/a/': 2 }],
    [[['900']], { '/a/': 1 }],
    [[['lambda', '900']], { '/a/': 2 }],
    [[['タイムアウト', 'バケット']], {}],
    [[['900', 'サーバー']], { '/a/': 1 }],
    [[['nothing'], ['alb']], { '/a/': 1, '/b/': 3 }],
    [[['w:alb']], { '/b/': 3 }],
    [[['k:ケット']], {}],
    [[['k:バケット']], { '/a/': 1 }],
    [[['a.c']], {}],
  ])('%j', (any, grades) => {
    expect(gradesOf(...any)).toEqual(grades);
  });
});

describe('measures', () => {
  const judgement = new Map([
    ['/a/', 3],
    ['/b/', 1],
  ] as const);
  const one = (...shown: string[]) =>
    measure([{ judgement, shown: { pages: shown, unmarked: shown.length } }]);

  it('all in the best order is 1', () => {
    expect(one('/a/', '/b/')).toMatchObject({ recall10: 1, mrr10: 1, ndcg10: 1, zero: 0, wrongFirst: 0 });
  });

  it('the other order is less, by the gain of each grade', () => {
    const expected = (1 + 7 / Math.log2(3)) / (7 + 1 / Math.log2(3));
    expect(one('/b/', '/a/').ndcg10).toBeCloseTo(expected, 4);
  });

  it('nothing, and nothing right', () => {
    expect(one()).toMatchObject({ recall10: 0, mrr10: 0, ndcg10: 0, zero: 1, wrongFirst: 0 });
    expect(one('/z/', '/a/')).toMatchObject({ recall10: 0.5, mrr10: 0.5, zero: 0, wrongFirst: 1 });
  });

  it('only the first ten count', () => {
    expect(one(...Array.from({ length: 10 }, (_, i) => `/z${i}/`), '/a/').recall10).toBe(0);
  });

  it('percentiles', () => {
    expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
    expect(percentile([5, 1, 4, 2, 3], 0.95)).toBe(5);
    expect(percentile([], 0.5)).toBe(0);
  });
});
