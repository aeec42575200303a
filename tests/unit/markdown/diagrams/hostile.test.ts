import { fromHtml } from 'hast-util-from-html';
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { afterAll, describe, expect, it } from 'vitest';
import { createDiagramRenderer } from '../../../../src/markdown/diagrams/index.ts';
import { createMemoryCache, flowchart, printSvg } from './fixtures.ts';

const renderer = createDiagramRenderer({ cache: createMemoryCache() });
afterAll(() => renderer.close());

const caption = '  accTitle: 題名\n  accDescr: 説明';

/** Sources that are drawn: whatever they try comes out as words, or not at all. */
const drawn: [name: string, source: string, words: string][] = [
  ['a script in a label', flowchart('A["始め<script>alert(1)</script>終わり"]'), '始め'],
  ['a handler in a label', flowchart('A["<img src=x onerror=alert(1)>絵"]'), '絵'],
  [
    'an SVG in a label',
    flowchart('A["<svg onload=alert(1)><a href=javascript:alert(1)>押す</a></svg>"]'),
    '押す',
  ],
  ['escaped markup', flowchart('A["#lt;script#gt;alert(1)#lt;/script#gt;"]'), '<script>alert(1)</script>'],
  ['numeric references', flowchart('A["#60;script#62;"]'), '<script>'],
  ['a reference to what every object has', flowchart('A["#constructor;"]'), '&constructor;'],
  ['a style that leaves its rule', flowchart('A["}</style><script>alert(1)</script>x"]'), 'x'],
  ['an id that is markup', flowchart('A --> __proto__["原型"]'), '原型'],
  ['KaTeX in a label', flowchart('A["$$x^2$$"]'), '$$x^2$$'],
  ['a message', `sequenceDiagram\n${caption}\n  A->>B: <img src=x onerror=alert(1)>絵`, '絵'],
  ['a note', `sequenceDiagram\n${caption}\n  Note over A: <a href="javascript:alert(1)">押す</a>`, '押す'],
  [
    'an actor',
    `sequenceDiagram\n${caption}\n  participant A as <b onclick=alert(1)>名</b>\n  A->>A: x`,
    '名',
  ],
  ['a class', `classDiagram\n${caption}\n  class A["<script>alert(1)</script>名"]`, '名'],
  ['a state', `stateDiagram-v2\n${caption}\n  s : <img src=x onerror=alert(1)>絵`, '絵'],
  ['a table', `erDiagram\n${caption}\n  A {\n    string x "<script>alert(1)</script>説"\n  }`, '説'],
  ['a mind map', `mindmap\n${caption}\n  r["<img src=x onerror=alert(1)>絵"]`, '絵'],
  ['a title', 'flowchart LR\n  accTitle: <script>alert(1)</script>\n  accDescr: "><img src=x>\n  A', 'A'],
];

describe('hostile sources', () => {
  it.each(drawn)('%s becomes words', async (_, source, words) => {
    const result = await renderer.render(source, 'd');
    if (!result.ok) throw new Error(JSON.stringify(result.problem));
    const { names, values, text } = read(printSvg(result.svg));
    expect(text).toContain(words);
    expect(names.filter((name) => /^on|^style|href|^src|script|foreign|^a$|^img$/i.test(name))).toEqual([]);
    expect(
      values.filter((value) =>
        /javascript|alert|expression|data:|https?:(?!\/\/www\.w3\.org\/2000\/svg$)/i.test(value),
      ),
    ).toEqual([]);
  });

  it('cannot lift its limits from inside', async () => {
    const long = flowchart(...Array.from({ length: 600 }, (_, i) => `n${i} --> n${i + 1}`));
    expect(await renderer.render(long, 'd')).toMatchObject({ ok: false, problem: { code: 'N320' } });
  });

  it('refuses what Mermaid draws as HTML', async () => {
    const formula = `sequenceDiagram\n${caption}\n  A->>B: $$x^2$$`;
    expect(await renderer.render(formula, 'd')).toMatchObject({ ok: false, problem: { code: 'N320' } });
  });
});

describe('faults of the writer', () => {
  it.each([
    ['flowchart', flowchart('A --> B', '%% 注', 'B -->> C'), '6 行目「B -->> C」の文法が正しくありません', 6],
    [
      'sequence',
      `sequenceDiagram\n${caption}\n  A->>B: x\n  A->>B`,
      '5 行目「A->>B」の文法が正しくありません',
      5,
    ],
    [
      'mind map',
      `mindmap\n${caption}\n  a\n  b`,
      'There can be only one root. No parent could be found for ("b")',
      undefined,
    ],
    ['shape', flowchart('A@{ shape: nosuch }'), 'No such shape: nosuch.', undefined],
  ])('in a %s are explained', async (_, source, reason, line) => {
    expect(await renderer.render(source, 'd')).toEqual({
      ok: false,
      problem: { code: 'N320', values: { reason }, ...(line !== undefined && { line }) },
    });
  });
});

/** Names, values and words of an SVG, as a browser reads it inside a page. */
function read(svg: string): { names: string[]; values: string[]; text: string } {
  const names: string[] = [];
  const values: string[] = [];
  let text = '';
  const tree = fromHtml(svg, { fragment: true });
  visit(tree, 'element', ({ tagName, properties }: Element) => {
    names.push(tagName, ...Object.keys(properties));
    values.push(...Object.values(properties).map(String));
  });
  visit(tree, 'text', ({ value }) => void (text += value));
  return { names, values, text };
}
