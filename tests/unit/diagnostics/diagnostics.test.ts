import { describe, expect, it } from 'vitest';
import {
  catalog,
  diagnose,
  editDistance,
  nearest,
  reportGithub,
  reportJson,
  reportText,
  sortDiagnostics,
} from '../../../src/diagnostics/index.ts';

const at = (line: number, file = 'notes/a/b.mdx') => ({ file, line, column: 3 });

describe('catalogue', () => {
  it('has a title without a stop, and says what to do', () => {
    for (const [code, { title, hint }] of Object.entries(catalog)) {
      expect(code).toMatch(/^N[1-7]\d\d$/);
      expect(title, code).not.toMatch(/。$/);
      expect(hint({}), code).toMatch(/(?:。|か。)$/);
    }
  });
});

describe('reportText', () => {
  const findings = [
    diagnose('N402', at(9), { key: 'ordre', nearest: 'order' }),
    diagnose('N302', at(2)),
    diagnose('N413', at(2, 'a.mdx'), { key: 'a', before: 'b' }, 'warning'),
  ];

  it('words findings in reading order, with the count at the end', () => {
    expect(reportText(findings, { color: false })).toMatchInlineSnapshot(`
      "a.mdx:2:3 N413 キーの順番が決まりと違います
        \`a\` は \`b\` より前に書きます。
        → \`npm run check -- --fix\` で並べ直せます。

      notes/a/b.mdx:2:3 N302 import / export は書けません
        ノートの中で import と export は使えません。
        → 文章の書き出しなら、行頭を \`\\import\` のようにしてください。

      notes/a/b.mdx:9:3 N402 知らないキーです
        \`ordre\` というキーはありません。
        → \`order\` のことですか。

      誤り 2 件、注意 1 件
      "
    `);
  });

  it('is empty when there is nothing to say', () => {
    expect(reportText([], { color: true })).toBe('');
  });

  it('gives programs the same words', () => {
    const { findings: listed, errors } = JSON.parse(reportJson(findings)) as {
      findings: { code: string; title: string }[];
      errors: number;
    };
    expect(errors).toBe(2);
    expect(listed.map(({ code }) => code)).toEqual(['N413', 'N302', 'N402']);
    expect(listed[1]?.title).toBe(catalog.N302.title);
  });

  it('gives GitHub one escaped command a finding', () => {
    const odd = diagnose('N404', at(1), { path: 'x', value: '100%\n', kind: '用語' });
    expect(reportGithub([odd], 'content')).toContain('::error file=content/notes/a/b.mdx,line=1,col=3,');
    expect(reportGithub([odd], 'content')).toContain('100%25%0A');
    const named = diagnose('N302', at(1, 'images/a,b: 5%.mdx'));
    expect(reportGithub([named], 'content')).toContain(
      '::error file=content/images/a%2Cb%3A 5%25.mdx,line=1,',
    );
  });

  it('does not change the list that it sorts', () => {
    const order = findings.map(({ code }) => code);
    sortDiagnostics(findings);
    expect(findings.map(({ code }) => code)).toEqual(order);
  });
});

describe('nearest', () => {
  it.each([
    ['ordre', ['order', 'title'], 'order'],
    ['Lamdba', ['lambda', 'sam'], 'lambda'],
    ['comput', ['compute', 'cost'], 'compute'],
    ['xyz', ['lambda', 'order'], undefined],
    ['a', ['b'], 'b'],
    ['', ['abc'], undefined],
  ])('%s', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });

  it.each([
    ['', '', 0],
    ['abc', '', 3],
    ['abc', 'acb', 1],
    ['kitten', 'sitting', 3],
    ['タスク', 'タクス', 1],
  ])('distance of %s and %s', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});
