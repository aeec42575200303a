import { beforeEach, describe, expect, it } from 'vitest';
import type { FenceRenderer, RenderContext } from '../../../src/markdown/render-context.ts';
import { createTermMatcher } from '../../../src/markdown/term-matcher.ts';
import { BodyCompiler } from '../../../src/site/body-compiler.ts';
import { readStoredBody } from '../../../src/site/stored-body.ts';

/** The fences that were rendered, which tells how often a body was compiled. */
let rendered: string[];
const stored = new Map<string, string>();
const cache = {
  get: (key: string) => Promise.resolve(stored.get(key)),
  set: (key: string, value: string) => Promise.resolve(void stored.set(key, value)),
};
beforeEach(() => {
  rendered = [];
  stored.clear();
});

const fences: FenceRenderer = {
  render: ({ value, lang }) => {
    rendered.push(value);
    return Promise.resolve(
      lang === 'yanl'
        ? { ok: false, problem: { code: 'N323', values: { lang } } }
        : { ok: true, node: { type: 'element', tagName: 'pre', properties: {}, children: [] } },
    );
  },
};
const context: RenderContext = {
  hrefTo: (path) => path,
  urlTo: (path) => `https://a.example${path}`,
  page: '/services/lambda/',
  idPrefix: 'scaling',
  quotas: new Map(),
  terms: createTermMatcher([]),
  code: fences,
  diagrams: fences,
};

interface Job {
  readonly file: string;
  readonly text: string;
  readonly line: number;
  readonly rule: 'note' | 'page';
  readonly page: string;
  readonly idPrefix: string;
  /** What of the site shows in the HTML. */
  readonly site: string;
  /** The version of the code. */
  readonly code: string;
}
const sound: Job = {
  file: 'notes/lambda/scaling.mdx',
  text: '文。\n\n```text\nx\n```\n',
  line: 9,
  rule: 'note',
  page: context.page,
  idPrefix: context.idPrefix,
  site: 'one',
  code: 'v1',
};

/** Compiles a body in a run of its own. */
const compile = ({ file, text, line, rule, page, idPrefix, site, code }: Job) =>
  new BodyCompiler(cache, code).compile(
    { file, body: { text, line } },
    rule,
    { ...context, page, idPrefix },
    site,
  );

describe('the compiler of bodies', () => {
  it('compiles a body once, and the next run takes it from the cache', async () => {
    const first = await compile(sound);
    expect(first.diagnostics).toEqual([]);
    expect(await compile(sound)).toEqual(first);
    expect(rendered).toEqual(['x']);
    const { html, markdown } = await readStoredBody(cache, first.body.key ?? '');
    expect(html).toBe('<p>文。</p>\n<pre></pre>');
    expect(markdown).toBe(sound.text);
  });

  it.each<Partial<Job>>([
    { file: 'notes/sqs/scaling.mdx' },
    { text: `${sound.text}\n二。\n` },
    { line: 10 },
    { rule: 'page' },
    { page: '/services/sqs/' },
    { idPrefix: 'other' },
    { site: 'two' },
    { code: 'v2' },
  ])('compiles it anew when this differs: %o', async (change) => {
    const { key } = (await compile(sound)).body;
    expect((await compile({ ...sound, ...change })).body.key).not.toBe(key);
    expect(rendered).toEqual(['x', 'x']);
  });

  it.each([
    ['the syntax', '{', 'N301'],
    ['what it is made of', '<div />', 'N304'],
    ['a fence', '```yanl\nx\n```', 'N323'],
  ])(
    'finds the same in every run in a body with an error in %s, and keeps nothing',
    async (_, text, code) => {
      for (const run of [1, 2])
        expect(await compile({ ...sound, text }), `run ${run}`).toMatchObject({
          body: { key: undefined },
          diagnostics: [{ code }],
        });
      expect(stored.size).toBe(0);
    },
  );
});
