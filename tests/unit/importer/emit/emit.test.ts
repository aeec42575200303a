import type { RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { emitBody } from '../../../../src/importer/emit/emit.ts';
import { aside, todo } from '../../../../src/importer/nodes.ts';
import { guardTree } from '../../../../src/markdown/guard.ts';
import { parseMdx } from '../../../../src/markdown/parse.ts';

const text = (value: string): RootContent => ({ type: 'paragraph', children: [{ type: 'text', value }] });

describe('emitBody', () => {
  it.each([
    ['import x from "y"', '&#x69;mport x from "y"\n'],
    ['exports は動かない', '&#x65;xports は動かない\n'],
    ['{a} と <b>', '\\{a\\} と \\<b>\n'],
    ['# 見出しではない', '\\# 見出しではない\n'],
    ['1. 項目ではない', '1\\. 項目ではない\n'],
    ['| 表ではない |', '\\| 表ではない |\n'],
    ['\u0301 で始まる', '&#x301; で始まる\n'],
  ])('writes the text %s so that it is only text', (value, written) => {
    expect(emitBody([text(value)])).toEqual({ text: written, degraded: [] });
  });

  it('writes addresses as they are', () => {
    const url = 'https://docs.aws.amazon.com/ja_jp/a-b/c.html?d=e&f=g#h_i';
    const link: RootContent = {
      type: 'paragraph',
      children: [{ type: 'link', url, children: [{ type: 'text', value: url }] }],
    };
    expect(emitBody([link]).text).toBe(`[${url}](${url})\n`);
  });

  it('writes ids behind headings, and components with literal attributes', () => {
    const blocks: RootContent[] = [
      { type: 'heading', depth: 3, children: [{ type: 'text', value: '見出し' }], data: { id: 'heading' } },
      aside([{ type: 'paragraph', children: [{ type: 'text', value: '注' }] }], {
        type: 'caution',
        title: '"&{}<',
      }),
      todo('図: 「&amp;」'),
    ];
    expect(emitBody(blocks)).toEqual({
      text: [
        '### 見出し [#heading]',
        '<Aside type="caution" title="&quot;&amp;{}<">\n\n注\n\n</Aside>',
        '<Todo what="図: 「&amp;amp;」" />\n',
      ].join('\n\n'),
      degraded: [],
    });
  });

  it.each<[string, RootContent]>([
    ['HTML', { type: 'html', value: '<script>x</script>' }],
    [
      'a script address',
      {
        type: 'paragraph',
        children: [{ type: 'link', url: 'javascript:x', children: [{ type: 'text', value: '押す' }] }],
      },
    ],
    ['a component that is not on the list', { ...todo('x'), name: 'Evil' }],
    [
      'an attribute that is an expression',
      { ...todo('x'), attributes: [{ type: 'mdxJsxExpressionAttribute', value: '...x' }] },
    ],
    ['ESM', { type: 'mdxjsEsm', value: 'import x from "y"' } as RootContent],
    ['an expression', { type: 'mdxFlowExpression', value: '1+1' }],
    ['a picture', { type: 'paragraph', children: [{ type: 'image', url: 'https://a.b/c.png', alt: '図' }] }],
  ])('writes %s as plain text and says so', (_, block) => {
    const { text: written, degraded } = emitBody([text('前'), block, text('後')]);
    expect(degraded).toEqual([block]);
    const parsed = parseMdx(written);
    expect(guardTree(parsed, '')).toEqual([]);
    expect(written).toMatch(/^前\n[\s\S]*後\n$/);
  });
});
