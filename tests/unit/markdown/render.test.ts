import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { analyseBody } from '../../../src/markdown/analyse.ts';
import { createCodeRenderer } from '../../../src/markdown/code.ts';
import { MdxSyntaxError, parseMdx } from '../../../src/markdown/parse.ts';
import type { RenderContext } from '../../../src/markdown/render-context.ts';
import { renderBody } from '../../../src/markdown/render.ts';
import { createTermMatcher, type LinkedTerm } from '../../../src/markdown/term-matcher.ts';

const terms: LinkedTerm[] = [
  { text: 'Amazon S3', path: '/services/s3/', kind: 'service' },
  { text: 'S3', path: '/services/s3/', kind: 'service' },
  { text: 'Lambda', path: '/services/lambda/', kind: 'service' },
  { text: '冪等', path: '/glossary/#idempotent', kind: 'term' },
  { text: 'タスク', path: '/glossary/#task', kind: 'term' },
];

const context = (more: Partial<RenderContext> = {}): RenderContext => ({
  hrefTo: (path) => `/kb${path}`,
  urlTo: (path) => `https://notes.example.com/kb${path}`,
  page: '/services/ecs/',
  idPrefix: 'topic',
  quotas: new Map([['lambda/timeout', { label: '900 秒', path: '/quotas/#lambda-timeout' }]]),
  terms: createTermMatcher(terms),
  code: createCodeRenderer(),
  diagrams: { render: ({ value }) => Promise.resolve({ ok: true, node: { type: 'text', value } as never }) },
  ...more,
});

const render = async (text: string, more?: Partial<RenderContext>) => {
  const { body, diagnostics } = await renderBody(parseMdx(text), 'a.mdx', context(more));
  expect(diagnostics).toEqual([]);
  return body ?? { html: '', linksTo: [] };
};
const html = async (text: string, more?: Partial<RenderContext>) => (await render(text, more)).html;

describe('parseMdx', () => {
  it('reads emphasis next to Japanese punctuation', async () => {
    expect(await html('これは**「重要」**な点。')).toBe('<p>これは<strong>「重要」</strong>な点。</p>');
  });

  it('keeps single tildes: 10~20', async () => {
    expect(await html('10~20 と 30~40')).toBe('<p>10~20\u00a0と 30~40</p>');
  });

  it('reports syntax errors at their place in the file', () => {
    expect(() => parseMdx('一\n\n<b', 5)).toThrow(MdxSyntaxError);
    try {
      parseMdx('一\n\n{', 5);
    } catch (error) {
      expect(error).toMatchObject({ line: 7 });
    }
  });
});

describe('MdxSyntaxError', () => {
  it.each<[text: string, place: string, message: string]>([
    ['一\n\n<Aside type="note">\n\n二', '3:1', '`<Aside>` を閉じる `</Aside>` がありません'],
    ['値は <queue名> に', '1:4', '`<queue名>` を閉じる `</queue名>` がありません'],
    ['- <Aside>\n\n一\n</Aside>', '1:3', '`<Aside>` を閉じる `</Aside>` がありません'],
    ['</Aside>', '1:2', '始まりの無い部品を閉じています'],
    ['<Aside>\n\n一\n\n</Quota>', '5:1', '`<Aside>` が閉じる前に `</Quota>` があります'],
    ['値は {x だけ', '1:9', '`{` を閉じる `}` がありません'],
    ['値は {1 +} だけ', '1:8', '`{` と `}` の中が式として読まれました'],
    ['import するもの', '1:12', '行が import か export で始まっています。文章なら、行頭に \\ を付けます'],
    ['a <3 b', '1:4', '`<` で始まる部品の中に `3` は書けません'],
    ['<!-- 隠す -->', '1:2', '`<!-- -->` のコメントは書けません'],
    ['<a href=x>y</a>', '1:9', '属性の値が引用符で始まっていません（`x`）'],
    ['<Quota id="a/b />', '1:18', '属性の値の引用符が閉じていません'],
    ['> {a\nb}', '2:1', '引用やリストの途中で、`{` か部品が閉じていません'],
    ['一 <br /', '1:8', '`<` を閉じる `>` がありません'],
  ])('%j', (text, place, message) => {
    try {
      parseMdx(text);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof MdxSyntaxError)) throw error;
      expect([`${error.line}:${error.column}`, error.message]).toEqual([place, message]);
    }
  });
});

describe('soft line breaks', () => {
  it.each([
    ['あ\nい', 'あい'],
    ['漢字\nカタカナ', '漢字カタカナ'],
    ['終わる。\nLambda2', '終わる。Lambda2'],
    ['（\nx\n）', '（x）'],
    ['word\nword', 'word\nword'],
    ['日本語\nword', '日本語\nword'],
    ['한국\n어', '한국\n어'],
  ])('%j', async (text, expected) => {
    expect(await html(text)).toBe(`<p>${expected}</p>`);
  });

  it('keeps hard breaks', async () => {
    expect(await html('あ\\\nい')).toBe('<p>あ<br>\nい</p>');
  });
});

describe('spaces', () => {
  it('before a unit and a particle end no line, except behind code', async () => {
    expect(await html('EC2 と `Pod` の 5 分、**S3** へ')).toBe(
      '<p>EC2\u00a0と <code>Pod</code> の 5\u00a0分、<strong><a class="auto-service" href="/kb/services/s3/">S3</a></strong>\u00a0へ</p>',
    );
  });

  it('in code are left alone', async () => {
    expect(await html('`sleep 5 分`')).toBe('<p><code>sleep 5 分</code></p>');
  });

  it('in headings, too', async () => {
    expect(await html('## 最長 5 分まで待つ [#wait]')).toContain('5\u00a0分');
  });
});

describe('headings', () => {
  it('carry their explicit id, break points between phrases and a link to themselves', async () => {
    expect(await html('### 実行環境を再利用する [#reuse]')).toBe(
      '<h3 id="reuse">実行環境を<wbr>再利用する<a class="anchor" href="#reuse" aria-label="この場所へのリンク"></a></h3>',
    );
  });

  it('keep code whole', async () => {
    expect(await html('#### `AWS::Lambda::Function` の書き方')).toBe(
      '<h4><code>AWS::Lambda::Function</code> の<wbr>書き方</h4>',
    );
  });
});

describe('automatic links', () => {
  it('link the first mention in each section and take the longest name', async () => {
    expect(await html('Amazon S3 と S3。\n\n### 細目 [#detail]\n\nS3 へ。')).toContain(
      '<p><a class="auto-service" href="/kb/services/s3/">Amazon S3</a>\u00a0と S3。</p>',
    );
    expect((await html('S3。\n\n### 細目 [#detail]\n\nS3 へ。')).match(/auto-service/g)).toHaveLength(1);
    expect((await html('S3。\n\n## 次 [#next]\n\nS3 へ。')).match(/auto-service/g)).toHaveLength(2);
  });

  it('leave the titles of asides alone', async () => {
    expect(await html('<Aside title="S3">\n本文。\n</Aside>')).not.toContain('auto-service');
  });

  it('leave code, headings, links and the page itself alone', async () => {
    const text = '`S3` [S3 の話](https://example.com) **S3**\n\n### S3 [#x]\n';
    expect((await html(text)).match(/auto-service/g)).toHaveLength(1);
    expect(await html('Lambda', { page: '/services/lambda/' })).toBe('<p>Lambda</p>');
  });

  it('count a link that the writer set as the mention', async () => {
    expect(await html('[保存先](/services/s3/) は S3。')).not.toContain('auto-service');
  });

  it.each([
    ['CSS3 ではない', 0],
    ['S3-IA', 0],
    ['s3.S3', 0],
    ['S3に置く', 1],
    ['「S3」', 1],
    ['use S3.', 1],
    ['タスクバー', 0],
    ['サブタスク', 0],
    ['タスクを', 1],
    ['冪等性', 0],
    ['非冪等', 0],
    ['冪等に', 1],
  ])('%s: %i', async (text, count) => {
    expect((await html(text)).match(/auto-(?:service|term)/g) ?? []).toHaveLength(count);
  });

  it('are told to the site, without the base', async () => {
    expect((await render('S3 と冪等。[比較](/compare/a/#b)')).linksTo).toEqual([
      '/compare/a/#b',
      '/glossary/#idempotent',
      '/services/s3/',
    ]);
  });
});

describe('components', () => {
  it('draw an aside with its own title', async () => {
    expect(await html('<Aside type="caution" title="料金">\n有料。\n</Aside>')).toBe(
      '<div class="aside aside-caution" role="note"><p class="aside-title">料金</p><p>有料。</p></div>',
    );
  });

  it('show a quota from its one place', async () => {
    expect(await html('上限は <Quota id="lambda/timeout" />。')).toBe(
      '<p>上限は <a class="quota" href="/kb/quotas/#lambda-timeout">900\u00a0秒</a>。</p>',
    );
  });

  it('stand in a paragraph of their own when alone on a line', async () => {
    expect(await html('<Quota id="lambda/timeout" />')).toMatch(/^<p><a class="quota".*<\/p>$/);
  });

  it('escape what a to-do says', async () => {
    expect(await html('<Todo what="図: &lt;b&gt;" />')).toContain('<p>図: &#x3C;b></p>');
  });
});

describe('tables', () => {
  it('scroll in a named box, with widths by their longest cell and no style attribute', async () => {
    const out = await html(
      '| 名前 | 説明 |\n| :-: | -: |\n| 短い | とても長い説明がここにあるので、この列は広く取る必要がある |',
    );
    expect(out).toContain('<div class="table" role="group" aria-label="表: 名前、説明" tabindex="0">');
    expect(out).toContain('<th class="w-s align-center" scope="col">名前</th>');
    expect(out).toContain('<th class="w-l align-right" scope="col">説明</th>');
    expect(out).not.toContain('style=');
    expect(out).not.toContain(' align=');
  });

  it('have no heading over a column without a name', async () => {
    const out = await html('|  | 説明 |\n| - | - |\n| 短い | 文 |');
    expect(out).toMatch(/<td class="w-s"><\/td>\s*<th class="w-s" scope="col">説明<\/th>/);
  });

  it('of sentences in three columns or more fall into cards on a phone, each cell under its column', async () => {
    const sentence = 'この列には、電話の幅では読めないほどの長さの説明が書いてある';
    const out = await html(`| 観点 | 甲 | 乙 |\n| - | - | - |\n| 名前 | ${sentence} | |`);
    expect(out).toContain('<div class="table cards"');
    expect(out).toContain(`<th scope="row">名前</th>\n<td data-label="甲">${sentence}</td>`);
    const marks = await html('| 版 | 一 | 二 | 三 | 四 |\n| - | - | - | - | - |\n| 1 | ○ | ○ | × | ○ |');
    expect(marks).toContain('<div class="table"');
    expect(marks).not.toContain('data-label');
  });

  it('let long identifiers break at their joints', async () => {
    const out = await html(
      '| a | b |\n| - | - |\n| x | `DeletionPolicy` と `UpdateReplacePolicy.sub_part` |',
    );
    expect(out).toContain('<code>DeletionPolicy</code>');
    expect(out).toContain('<code>Update<wbr>Replace<wbr>Policy.<wbr>sub_<wbr>part</code>');
  });

  it('name their rows by the first cell, unless that is a sentence', async () => {
    expect(await html('| 名前 | 説明 |\n| - | - |\n| 短い | 説明 |')).toContain('<th scope="row">短い</th>');
    const long = '最初の列に、名前ではなくて、とても長い文章がずっと書いてある表もある';
    expect(await html(`| 文 | 説明 |\n| - | - |\n| ${long} | 説明 |`)).not.toContain('scope="row"');
  });
});

describe('code', () => {
  it('is coloured by classes only', async () => {
    const out = await html('```yaml title="a.yaml" {2}\nkey: value\nother: 1\n```');
    expect(out).toContain('<figcaption>a.yaml</figcaption><pre tabindex="0" data-lang="yaml">');
    expect(out).toContain('<span class="tk-keyword">');
    expect(out).toContain('<mark>');
    expect(out).not.toMatch(/style=|<span>/);
  });

  it('is plain where a line is too long to colour, however fast the machine', async () => {
    const quoted = (length: number) => html(`\`\`\`js\nlet a = '${'x'.repeat(length)}';\n\`\`\``);
    expect(await quoted(100)).toContain('tk-string');
    expect(await quoted(10_000)).not.toContain('tk-');
  });

  it('keeps every byte', async () => {
    const code = ' a\t<b> & "c"\n\n  {d}  \n';
    const out = await html(`\`\`\`bash\n${code}\n\`\`\``);
    const text = out
      .replace(/<[^>]+>/g, '')
      .replaceAll('&#x3C;', '<')
      .replaceAll('&#x26;', '&')
      .replaceAll('&amp;', '&');
    expect(text).toBe(code);
  });

  it('has the same colours whatever was coloured before', async () => {
    const markup = `\`\`\`html\n</pre><script>run('x')</script>\n<img onerror="run('x')">\n\`\`\``;
    const code = createCodeRenderer();
    await html('```js\nrun()\n```', { code });
    expect(await html(markup, { code })).toBe(await html(markup));
  });

  it('reports an unknown language with a near one', async () => {
    const { diagnostics, body } = await renderBody(parseMdx('一\n\n```yanl\nx\n```'), 'a.mdx', context());
    expect(body).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'N323', source: { line: 3 }, values: { lang: 'yanl', nearest: 'yaml' } },
    ]);
  });
});

describe('diagrams', () => {
  it('have ids of their own, though one is drawn twice', async () => {
    const asked: string[] = [];
    const diagrams: RenderContext['diagrams'] = {
      render: ({ idPrefix }) => {
        asked.push(idPrefix);
        return Promise.resolve({ ok: true, node: h('svg') });
      },
    };
    const fence = '```mermaid\nflowchart LR\n```';
    await html(`${fence}\n\n- 一\n\n  ${fence.replaceAll('\n', '\n  ')}`, { diagrams });
    await html(fence, { diagrams, idPrefix: 'other' });
    expect(asked).toEqual(['topic_d0', 'topic_d1', 'other_d0']);
  });
});

describe('footnotes', () => {
  it('have ids of their own note', async () => {
    const out = await html('本文[^a]。\n\n[^a]: 注。');
    expect(out).toContain('id="topic_fn-a"');
    expect(out).toContain('id="topic_footnotes"');
    expect(out).toContain('aria-describedby="topic_footnotes"');
    expect(out).not.toContain('id="footnote-label"');
  });
});

describe('analyseBody', () => {
  const analyse = (text: string, rule: 'note' | 'page' = 'note') =>
    analyseBody(parseMdx(text), 'a.mdx', rule);

  it('reads headings, links and quotas with their places', () => {
    const { outline, diagnostics } = analyse(
      '### 見出し [#one]\n\n[中](/services/x/) [外](https://a.example) <Quota id="a/b" />\n\n> #### 細目\n',
    );
    expect(diagnostics).toEqual([]);
    expect(outline.headings).toEqual([
      { depth: 3, text: '見出し', id: 'one', source: { file: 'a.mdx', line: 1, column: 1 } },
      { depth: 4, text: '細目', id: undefined, source: { file: 'a.mdx', line: 5, column: 3 } },
    ]);
    expect(outline.links.map(({ to }) => to)).toEqual(['/services/x/']);
    expect(outline.quotas).toMatchObject([{ to: 'a/b', source: { line: 3 } }]);
  });

  it.each([
    ['## 大きすぎる [#a]', 'note', ['N409']],
    ['# 題名 [#a]', 'page', ['N409']],
    ['###### 小さすぎる', 'page', ['N409']],
    ['### id が無い', 'note', ['N406']],
    ['## id が無い', 'page', ['N406']],
    ['#### 無くてよい', 'note', []],
    ['### 日本語の id [#見出し]', 'note', ['N407']],
    ['### 大文字 [#Id]', 'note', ['N407']],
    ['### 空 [#]', 'note', ['N407']],
  ] as const)('%s (%s)', (text, rule, codes) => {
    expect(analyse(text, rule).diagnostics.map(({ code }) => code)).toEqual(codes);
  });
});
