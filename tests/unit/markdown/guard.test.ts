import { EXIT, visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { guardTree } from '../../../src/markdown/guard.ts';
import { parseMdx } from '../../../src/markdown/parse.ts';
import { isAllowedUrl } from '../../../src/markdown/urls.ts';

const codes = (text: string) => guardTree(parseMdx(text), 'a.mdx').map(({ code }) => code);

describe('what a note may hold', () => {
  it.each([
    'ただの文。**強調** と *斜体* と ~~取り消し~~ と `{code}` と [リンク](https://example.com)。',
    '### 見出し [#id]\n\n- 一\n  - 二\n    1. 三\n',
    '| a | b |\n| - | - |\n| 一<br />二 | `x` |\n',
    '<Aside type="tip" title="題">\n中身\n\n- 一\n</Aside>',
    '上限は <Quota id="lambda/timeout" /> である。',
    '脚注[^1]。\n\n[^1]: 注。\n',
    '```js\nimport x from "y"; {1+1} <b>\n```',
    '\\{文字\\} と \\<文字>',
    '> 引用\n\n---\n\n[内部](/services/lambda/#id)、[同じページ](#id)、[手紙](mailto:a@example.com)',
  ])('%s', (text) => {
    expect(codes(text)).toEqual([]);
  });
});

describe('what a note may not hold', () => {
  it.each([
    ['import x from "y"', ['N302']],
    ['export const x = 1', ['N302']],
    ['文の中の {1 + 1}', ['N303']],
    ['{/* 注釈 */}', ['N303']],
    ['<script>x</script>', ['N304']],
    ['<img src="x" />', ['N304']],
    ['<aside>小文字</aside>', ['N304']],
    ['<Aside onclick="x">\n中身\n</Aside>', ['N305']],
    ['<Aside type="shout">\n中身\n</Aside>', ['N305']],
    ['<Aside type={"tip"}>\n中身\n</Aside>', ['N305']],
    ['<Aside {...x}>\n中身\n</Aside>', ['N305']],
    ['<Aside type="tip" type="note">\n中身\n</Aside>', ['N305']],
    ['文中の <Aside>囲み</Aside>', ['N305']],
    ['<Quota id="../x" />', ['N305']],
    ['<Quota />', ['N305']],
    ['<Quota id="a/b">中身</Quota>', ['N305']],
    ['<></>', ['N304']],
    ['<Aside.Title />', ['N304']],
    ['[x](javascript:alert(1))', ['N306']],
    ['[x](JaVaScRiPt:alert(1))', ['N306']],
    ['[x](&#106;avascript:alert(1))', ['N306']],
    ['[x](data:text/html,x)', ['N306']],
    ['[x](//evil.example)', ['N306']],
    ['[x](vbscript:x)', ['N306']],
    ['[x][y]\n\n[y]: javascript:x', ['N306']],
    ['[相対](../x/)', ['N306']],
    ['![図](https://example.com/a.png)', ['N308']],
    ['| a |\n| - |\n| `b|c` |', ['N311']],
    ['| a | b |\n| - | - |\n| `b\\|c` |', []],
    ['逆向き\u202e文字', ['N309']],
    ['👩🏽‍💻と👨‍👩‍👧', []],
    ['a\u200db', ['N309']],
    ['👩\u200dあ', ['N309']],
    ['`零幅\u200b`', ['N309']],
    ['<Todo what="逆\u202e向き" />', ['N309']],
    ['[x](#y "逆\u202e向き")', ['N309']],
    ['```\n\u0007\n```', ['N309']],
  ])('%s', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('refuses a link inside a link, which only a made-up tree can hold', () => {
    const tree = parseMdx('[外](https://a.example)');
    visit(tree, 'link', (link) => {
      link.children = [{ type: 'link', url: '#x', children: [{ type: 'text', value: '内' }] } as never];
      return EXIT;
    });
    expect(guardTree(tree, 'a.mdx').map(({ code }) => code)).toEqual(['N310']);
  });

  it('refuses a node that it does not know', () => {
    const tree = parseMdx('文。');
    tree.children.push({ type: 'toml', value: 'a = 1' } as never);
    expect(guardTree(tree, 'a.mdx').map(({ code }) => code)).toEqual(['N304']);
  });

  it.each(['constructor', '__proto__'])('refuses the attribute %s for what it is', (attribute) => {
    expect(guardTree(parseMdx(`<Aside ${attribute}="x">\n中身\n</Aside>`), 'a.mdx')).toMatchObject([
      { code: 'N305', values: { problem: expect.not.stringContaining('二度') as string } },
    ]);
  });

  it('names the place and the nearest component', () => {
    const [finding] = guardTree(parseMdx('一\n\n<Asid>\nx\n</Asid>', 10), 'a.mdx');
    expect(finding).toMatchObject({
      source: { line: 12, column: 1 },
      values: { name: 'Asid', nearest: 'Aside' },
    });
  });
});

describe('isAllowedUrl', () => {
  it.each([
    'https://a.example/',
    'http://a.example',
    'mailto:a@b.example',
    '/services/x/',
    '#id',
    'HTTPS://A.example',
  ])('allows %s', (url) => expect(isAllowedUrl(url)).toBe(true));
  it.each([
    '',
    'javascript:x',
    ' javascript:x',
    'java\tscript:x',
    'java\nscript:x',
    '//a.example',
    '/\\a.example',
    'ftp://a.example',
    'https:///x',
    'file:///etc/passwd',
    'x',
    './x',
    '\u0000https://a.example',
    'https://a.example/\u202e',
  ])('refuses %j', (url) => expect(isAllowedUrl(url)).toBe(false));
});
