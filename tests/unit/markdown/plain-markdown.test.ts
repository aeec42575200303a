import { describe, expect, it } from 'vitest';
import { parseMdx } from '../../../src/markdown/parse.ts';
import { toPlainMarkdown } from '../../../src/markdown/plain-markdown.ts';

const context = {
  urlTo: (path: string) => `https://a.example${path}`,
  page: '/services/x/',
  quotas: new Map([['x/size', { label: '5 MB' }]]),
};

describe('toPlainMarkdown', () => {
  it.each([
    ['### 見出し [#id]', '### 見出し\n'],
    ['上限は <Quota id="x/size" />。', '上限は 5 MB。\n'],
    ['<Quota id="x/size" />', '5 MB\n'],
    [
      '[ここ](#id) と [あちら](/services/y/#z)',
      '[ここ](https://a.example/services/x/#id) と [あちら](https://a.example/services/y/#z)\n',
    ],
    ['[外](https://b.example/)', '[外](https://b.example/)\n'],
    ['<Aside type="tip" title="題">\n中身\n</Aside>', '> **題**\n>\n> 中身\n'],
    ['<Aside>\n- 一\n</Aside>', '> - 一\n'],
    ['<Todo what="図を描く" />', '> 図を描く\n'],
    ['| a |\n| - |\n| 一<br />二 |', '| a |\n| - |\n| 一<br>二 |\n'],
    ['```yaml {1}\na: 1\n```', '```yaml {1}\na: 1\n```\n'],
  ])('%j', (text, expected) => {
    expect(toPlainMarkdown(parseMdx(text), context)).toBe(expected);
  });

  it('leaves the tree as it was', () => {
    const tree = parseMdx('### 見出し [#id]\n\n<Quota id="x/size" />');
    const before = JSON.stringify(tree);
    toPlainMarkdown(tree, context);
    expect(JSON.stringify(tree)).toBe(before);
  });
});
