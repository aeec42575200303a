import { describe, expect, it } from 'vitest';
import { readPage } from '../../../src/search/pages/read-page.ts';
import { MARKED } from '../../../src/search/pages/search-page.ts';

const read = (body: string, attributes = 'data-search-kind="service" data-search-category="計算"') =>
  readPage(
    '/services/x/',
    `<!doctype html><header>外</header><main ${attributes}>${body}</main><footer>外</footer>`,
  );
const blocks = (body: string) => read(body)?.sections.flatMap((section) => section.blocks);

it('a page that says no kind is not searched', () => {
  expect(read('<h1>題</h1>', '')).toBeUndefined();
  expect(readPage('/', '<p>x</p>')).toBeUndefined();
});

it('title, trail, kind, category and sections', () => {
  expect(
    read(`
      <nav class="breadcrumbs"><ol><li><a href="/">サービス</a></li><li><a>計算</a></li></ol></nav>
      <h1>Kumo<wbr> Run</h1><p>要約。</p>
      <section><h2 id="a">見<wbr>出し <a class="anchor" href="#a"></a></h2><p>本文 <b>太字</b>。</p>
      <h3 id="b">小見出し</h3><ul><li>一</li><li>二</li></ul><h4>id の無い見出し</h4><p>下</p></section>`),
  ).toEqual({
    path: '/services/x/',
    kind: 'service',
    category: '計算',
    title: 'Kumo Run',
    breadcrumb: ['サービス', '計算'],
    sections: [
      { id: undefined, heading: undefined, level: 1, questions: [], blocks: ['要約。'] },
      { id: 'a', heading: '見出し', level: 2, questions: [], blocks: ['本文 太字。'] },
      { id: 'b', heading: '小見出し', level: 3, questions: [], blocks: ['一', '二'] },
      { id: 'b', heading: 'id の無い見出し', level: 4, questions: [], blocks: ['下'] },
    ],
  });
});

it('terms of the glossary are headings with the anchor around them', () => {
  expect(
    read(
      '<h1>用語</h1><dl><div id="t"><dt><dfn data-search-heading>冪等</dfn> べき等</dt><dd>意味</dd></div></dl>',
    )?.sections,
  ).toEqual([
    { id: undefined, heading: undefined, level: 1, questions: [], blocks: [] },
    { id: 't', heading: '冪等', level: MARKED, questions: [], blocks: ['べき等', '意味'] },
  ]);
});

it('questions are kept apart from the text that answers them', () => {
  expect(
    read(
      '<h1>題</h1><h2 id="a">節</h2><dl><dt data-search-ignore>こんなときに</dt><dd data-search-question>直したい</dd></dl><p>答え。</p>',
    )?.sections.at(-1),
  ).toEqual({
    id: 'a',
    heading: '節',
    level: 2,
    questions: ['直したい'],
    blocks: ['答え。'],
  });
});

describe('what is not text', () => {
  it.each([
    ['<p data-search-ignore>関係</p>', []],
    ['<p hidden>隠れた</p>', []],
    ['<nav>案内</nav><button>押す</button><svg><text>図</text></svg>', []],
    ['<script>run()</script><style>p{}</style><template><p>型</p></template><noscript>無</noscript>', []],
    ['<p>見える<span data-search-ignore>消える</span>。</p>', ['見える。']],
  ])('%s', (body, expected) => {
    expect(blocks(body)).toEqual(expected);
  });
});

describe('blocks', () => {
  it.each([
    ['<p>一つの<em>文</em>と<code>x</code></p>', ['一つの文とx']],
    ['<p>行<br>行</p>', ['行', '行']],
    ['<table><tr><th>名</th><td>値</td></tr></table>', ['名', '値']],
    ['<pre><code>a\n  b</code></pre>', ['a b']],
    ['前<p>中</p>後', ['前', '中', '後']],
    ['<p>&lt;script&gt; &amp; &quot;</p>', ['<script> & "']],
    ['<p> \n </p>', []],
  ])('%s', (body, expected) => {
    expect(blocks(body)).toEqual(expected);
  });
});
