import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ContentEntries } from '../../../src/content/entries.ts';
import { buildIndex } from '../../../src/search/build/build-index.ts';
import { indexSite, type PageCache } from '../../../src/search/build/index-site.ts';
import { runPagefind } from '../../../src/search/build/run-pagefind.ts';
import { layOut } from '../../../src/search/build/stream.ts';
import { WINDOW } from '../../../src/search/layout.ts';
import { verifyIndex } from '../../../src/search/build/verify.ts';
import { classifyPath } from '../../../src/deploy/cache-classes.ts';
import { parseYaml } from '../../../src/content/yaml-source.ts';
import type { SearchHints } from '../../../src/schema/index.ts';
import type { PageKind } from '../../../src/search/engine/index.ts';
import type { SearchPage } from '../../../src/search/pages/search-page.ts';
import { asEntries, bundleOf, content, noContent, page, pages, prepare } from './pages.ts';

const byPath = (files: Awaited<ReturnType<typeof bundleOf>>) =>
  new Map(files.map(({ path, content: bytes }) => [path, Buffer.from(bytes).toString('base64')]));

describe('the bundle', () => {
  it('is the same for the same pages, in whatever order they come', async () => {
    expect(byPath(await bundleOf(pages.toReversed()))).toEqual(byPath(await bundleOf()));
  });

  it('has new names for texts that changed, even by a stop that is not indexed', async () => {
    const changed = pages.map((one) =>
      one.path === '/services/kumo-run/'
        ? page(one.path, one.title, '関数を動かすサービス。サーバーを用意しなくてよい', one.sections.slice(1))
        : one,
    );
    const [before, after] = [byPath(await bundleOf()), byPath(await bundleOf(changed))];
    for (const [path, bytes] of after)
      if (path !== 'pagefind-entry.json' && before.has(path)) expect(before.get(path), path).toBe(bytes);
    const alike = pages.filter(({ kind, category }) => kind === 'service' && category === '計算');
    const renamed = [...after.keys()].filter((path) => path.startsWith('text/') && !before.has(path));
    expect(alike.length).toBeLessThan(pages.length);
    expect(renamed).toHaveLength(alike.length);
  });

  it('holds only what may be published, and nothing of Pagefind’s programs', async () => {
    const paths = (await bundleOf()).map(({ path }) => path);
    expect(paths.filter((path) => classifyPath(`pagefind/${path}`) === undefined)).toEqual([]);
    expect(paths.filter((path) => /\.(?:js|css|pagefind)$|fragment/.test(path))).toEqual([]);
  });

  it('takes an empty site, an empty page and a very long one', async () => {
    await expect(bundleOf([], noContent)).resolves.toBeDefined();
    const long = page(
      '/about/',
      'い',
      '',
      [
        {
          id: 'x',
          heading: '',
          level: 2,
          questions: [],
          blocks: Array.from({ length: 3000 }, (_, i) => `段落 ${i} の文章。`),
        },
      ],
      'about',
    );
    const files = await bundleOf([page('/services/none/', '', ''), long], noContent);
    expect(files.filter(({ path }) => path.startsWith('text/')).length).toBeGreaterThan(10);
  });
});

it('a heading at the end of a window brings the beginning of its text along', () => {
  const filler = {
    id: 'a',
    heading: '前',
    level: 2,
    questions: [],
    blocks: ['あ'.repeat(WINDOW - 8)],
  };
  const last = { id: 'b', heading: '後', level: 2, questions: [], blocks: ['本文。', '続き。'] };
  const { windows } = layOut(page('/x/', 'い', '', [filler, last]));
  expect(windows[0]?.sections.at(-1)).toEqual({
    at: 765,
    id: 'b',
    heading: '後',
    blocks: ['本文。', '続き。'],
  });
});

it('knows where each section begins, and shows its questions before its text', () => {
  const asked = {
    id: 'a',
    heading: '前',
    level: 2,
    questions: ['どうする', 'なぜか'],
    blocks: ['本文。'],
  };
  const { starts, windows } = layOut(page('/x/', 'い', '', [asked]));
  // The title and its end come before.
  expect(starts).toEqual([2, 2]);
  expect(windows[0]?.sections.at(-1)?.blocks).toEqual(['どうする', 'なぜか', '本文。']);
});

describe('findings', () => {
  const codesOf = async (some: readonly SearchPage[], entries: ContentEntries) => {
    const { files, diagnostics } = await buildIndex(prepare(some), entries);
    expect(files).toEqual([]);
    return diagnostics.map(({ code, values }) => [code, values]);
  };

  it('N603: a kind that is none', async () => {
    const odd = page('/x/', 'x', 'x', [], 'recipe' as PageKind);
    expect(await codesOf([odd], noContent)).toEqual([['N603', { kind: 'recipe' }]]);
  });

  it('N604: a word without letters, where it is written', async () => {
    const yaml = parseYaml('- words: [ログ, "、。"]\n  why: 理由\n', 'search-aliases.yaml');
    const entries = {
      ...noContent,
      searchAliases: { id: 'x', file: 'search-aliases.yaml', yaml, data: yaml.value },
    };
    const { diagnostics } = await buildIndex(prepare(pages), entries as unknown as typeof noContent);
    expect(diagnostics).toMatchObject([
      {
        code: 'N604',
        values: { word: '、。' },
        source: { file: 'search-aliases.yaml', line: 1, column: 15 },
      },
    ]);
  });

  it('N602: Pagefind cannot be run', async () => {
    const before = process.env['PAGEFIND_BINARY_PATH'];
    process.env['PAGEFIND_BINARY_PATH'] = '/nowhere/pagefind';
    try {
      expect((await codesOf(pages, content)).map(([code]) => code)).toEqual(['N602']);
    } finally {
      if (before === undefined) delete process.env['PAGEFIND_BINARY_PATH'];
      else process.env['PAGEFIND_BINARY_PATH'] = before;
    }
  });

  it('N601: an index in which a word is not what went in', async () => {
    const indexed = prepare(pages);
    const files = await runPagefind(indexed);
    expect(verifyIndex(files, indexed)).toEqual([]);
    const altered = indexed.map((one, i) =>
      i === 1
        ? { ...one, blocks: one.blocks.map((block) => ({ ...block, words: block.words.with(0, 'fooъ') })) }
        : one,
    );
    expect(verifyIndex(files, altered)).toMatchObject([
      {
        code: 'N601',
        source: { file: '/services/kumo-store/' },
        values: { position: 0, expected: expect.stringMatching(/^fooъ/) },
      },
    ]);
  });
});

it('what Pagefind makes of our words can be read without it', async () => {
  const files = await runPagefind(prepare(pages));
  const fragments = files.filter(({ path }) => path.endsWith('.pf_fragment'));
  const words = fragments.flatMap(({ content: bytes }) =>
    (JSON.parse(gunzipSync(bytes).subarray(12).toString()) as { content: string }).content.split(' '),
  );
  const expected = pages.flatMap((one) => layOut(one).blocks.flatMap((block) => block.words));
  expect(words).toHaveLength(expected.length);
});

/** A cache that says what it keeps. */
function keepPages(): { kept: Map<string, string>; cache: PageCache } {
  const kept = new Map<string, string>();
  return {
    kept,
    cache: {
      fingerprint: 'x',
      get: (key) => Promise.resolve(kept.get(key)),
      set: (key, value) => Promise.resolve(void kept.set(key, value)),
    },
  };
}

describe('a page that was prepared before', () => {
  const html = (text: string) =>
    `<!doctype html><html lang="ja"><body><main data-search-kind="about"><h1>${text}</h1></main></body></html>`;

  it('is taken from the cache, whole, and prepared anew when it changes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kumo-note-'));
    try {
      const { kept, cache } = keepPages();
      const index = async () => {
        expect(await indexSite(folder, noContent, cache)).toEqual([]);
        return globSync('pagefind/**/*', { cwd: folder }).sort();
      };
      writeFileSync(join(folder, 'index.html'), html('一'));
      const first = await index();
      expect(first.filter((file) => file.startsWith('pagefind/text/'))).toHaveLength(1);
      expect(kept.size).toBe(1);
      expect(await index()).toEqual(first);
      expect(kept.size).toBe(1);
      writeFileSync(join(folder, 'index.html'), html('二'));
      await index();
      expect(kept.size).toBe(2);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('takes in what writers say of its sections, and prepares a page anew when that changes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kumo-search-'));
    const { cache } = keepPages();
    const index = async (data: SearchHints) => {
      const entries = asEntries({ searchHints: [{ id: 'services/a', data }] });
      expect(await indexSite(folder, entries, cache)).toEqual([]);
      const read = (room: string) =>
        globSync(`pagefind/${room}/*.json`, { cwd: folder })
          .map((file) => readFileSync(join(folder, file), 'utf8'))
          .join();
      return { signs: read('signs'), about: read('about') };
    };
    try {
      mkdirSync(join(folder, 'services/a'), { recursive: true });
      writeFileSync(
        join(folder, 'services/a/index.html'),
        '<main data-search-kind="service"><h1>題</h1><p>要約。</p><h2 id="b">節</h2><p>本文。</p></main>',
      );
      const before = await index({});
      expect(before.signs).not.toMatch(/[稀初]/);
      const after = await index({
        b: { asked: ['稀な言い方'], about: ['話題'] },
        top: { asked: ['初めの言い方'], about: [] },
      });
      expect(after.signs).toMatch(/稀/);
      expect(after.signs).toMatch(/初/);
      expect(after.about).toContain('話題');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
