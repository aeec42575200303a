import fc from 'fast-check';
import type { BlockContent, PhrasingContent, Root, RootContent } from 'mdast';
import { expect } from 'vitest';
import { emitBody } from '../../../../src/importer/emit/emit.ts';
import { normalize } from '../../../../src/importer/normalize/index.ts';
import { aside, lineBreak, todo } from '../../../../src/importer/nodes.ts';
import { guardTree } from '../../../../src/markdown/guard.ts';
import { parseMdx } from '../../../../src/markdown/parse.ts';

/** Pieces of text that mean something to some parser, and a few that mean nothing. */
const PIECES = [
  ...'abi1 　日。「」（）・ー\n\t',
  ...'{}<>[]()*_~`|\\&#!:;.,@=+-/"\'$^%?',
  ...[
    'import ',
    'export ',
    'export default ',
    'import x from "y"',
    '{1+1}',
    '${x}',
    '<b>',
    '</b>',
    '<!--',
    '-->',
  ],
  ...[
    '<script>',
    '<img src=x onerror=y>',
    '<Aside>',
    '<アカウントID>',
    '<>',
    '</>',
    '{/*',
    '*/}',
    'javascript:',
    'data:',
  ],
  ...[
    'https://',
    'http://a.b',
    'www.',
    'www.a.b',
    'a@b.c',
    'mailto:a@b',
    '&#105;mport',
    '&lt;',
    '&#123;',
    '&#x200b;',
  ],
  ...[
    '---',
    '===',
    '***',
    '```',
    '~~~',
    '~~',
    '**',
    '__',
    '![',
    '](',
    '[^1]',
    '[a]: ',
    '1. ',
    '- ',
    '# ',
    '> ',
    '| a |',
  ],
  ...[
    '\u200b',
    '\ufeff',
    '\u202e',
    '\u0301',
    '\u0338',
    '\u3099',
    '\u00a0',
    '\u2028',
    '\u{1f600}',
    '/>',
    '=>',
    '\r',
  ],
];

const text = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 5 })
  .map((pieces) => pieces.join(''));
const url = fc.oneof(
  text,
  text.map((tail) => `https://a.b/${tail}`),
  fc.constantFrom(
    'javascript:alert(1)',
    'JaVaScRiPt:x',
    '//evil',
    'https://a.b/{x}',
    'https://a.b/<x>',
    '#a',
    '/x',
    '',
  ),
);

const { phrasing } = fc.letrec<{ phrasing: PhrasingContent; span: PhrasingContent }>((tie) => ({
  phrasing: fc.oneof(
    { depthSize: 'xsmall', withCrossShrink: true },
    { weight: 6, arbitrary: text.map((value): PhrasingContent => ({ type: 'text', value })) },
    { weight: 2, arbitrary: text.map((value): PhrasingContent => ({ type: 'inlineCode', value })) },
    { weight: 1, arbitrary: text.map((value): PhrasingContent => ({ type: 'html', value })) },
    {
      weight: 1,
      arbitrary: fc.record({ url, alt: text }).map((v): PhrasingContent => ({ type: 'image', ...v })),
    },
    { weight: 1, arbitrary: fc.constant<PhrasingContent>({ type: 'break' }) },
    { weight: 3, arbitrary: tie('span') },
  ),
  span: fc
    .record({
      type: fc.constantFrom('emphasis' as const, 'strong' as const, 'delete' as const, 'link' as const),
      url,
      children: fc.array(tie('phrasing'), { minLength: 1, maxLength: 3 }),
    })
    .map(({ type, url: to, children }): PhrasingContent =>
      type === 'link' ? { type, url: to, children } : { type, children },
    ),
}));
const line = fc.array(phrasing, { minLength: 1, maxLength: 2 });

/** Blocks that no dialect would make, of text that no writer would write. Samples may be changed. */
export const block: fc.Arbitrary<RootContent> = fc
  .letrec<{ block: RootContent }>((tie) => {
    const blocks = fc.array(tie('block'), { minLength: 1, maxLength: 2 }) as fc.Arbitrary<BlockContent[]>;
    const table = fc.array(fc.array(line, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 });
    const list = fc.record({
      ordered: fc.boolean(),
      spread: fc.boolean(),
      items: fc.array(blocks, { minLength: 1, maxLength: 2 }),
    });
    return {
      block: fc.oneof(
        { depthSize: 'xsmall', withCrossShrink: true },
        { weight: 8, arbitrary: line.map((children): RootContent => ({ type: 'paragraph', children })) },
        {
          weight: 2,
          arbitrary: fc
            .record({ depth: fc.constantFrom(3 as const, 4 as const, 5 as const), children: line })
            .map((v): RootContent => ({ type: 'heading', ...v })),
        },
        {
          weight: 2,
          arbitrary: fc
            .record({ value: text, lang: fc.option(text), meta: fc.option(text) })
            .map((v): RootContent => ({ type: 'code', ...v, meta: v.lang === null ? null : v.meta })),
        },
        { weight: 1, arbitrary: text.map((value): RootContent => ({ type: 'html', value })) },
        { weight: 1, arbitrary: text.map((what): RootContent => todo(`図${what}`)) },
        { weight: 1, arbitrary: fc.constant<RootContent>({ type: 'thematicBreak' }) },
        {
          weight: 1,
          arbitrary: table.map((rows): RootContent => ({
            type: 'table',
            children: rows.map((cells) => ({
              type: 'tableRow',
              children: cells.map((children) => ({
                type: 'tableCell',
                children: [...children, lineBreak(), ...children],
              })),
            })),
          })),
        },
        { weight: 2, arbitrary: blocks.map((children): RootContent => ({ type: 'blockquote', children })) },
        {
          weight: 1,
          arbitrary: fc
            .record({ title: text, blocks })
            .map((v): RootContent => aside(v.blocks, { title: `題${v.title}` })),
        },
        {
          weight: 2,
          arbitrary: list.map(({ items, ...rest }): RootContent => ({
            type: 'list',
            ...rest,
            children: items.map((children) => ({ type: 'listItem', spread: rest.spread, children })),
          })),
        },
      ),
    };
  })
  .block.map((node) => structuredClone(node));

/** Writes random blocks, ten to a note so that neighbours are tried as well, and expects nothing but text to come out. */
export function expectHarmless(seed: number, count: number): void {
  let degraded = 0;
  const blocks = fc.sample(block, { numRuns: count, seed });
  for (let i = 0; i < count; i += 10) {
    const root: Root = { type: 'root', children: blocks.slice(i, i + 10) };
    normalize(root, { note: { file: '', text: '', lines: [] }, marks: [], dropped: [], diagnostics: [] });
    const emitted = emitBody(root.children);
    expect(guardTree(parseMdx(emitted.text), ''), emitted.text).toEqual([]);
    degraded += emitted.degraded.length;
  }
  // What is written as plain text is the exception also among such blocks.
  expect(degraded).toBeLessThan(count / 20);
}
