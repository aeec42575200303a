import { describe, expect, test } from 'vitest';
import { measureFile } from '../../../src/deploy/build-folder.ts';
import { cacheClasses, classifyPath, fileKinds, type CacheClass } from '../../../src/deploy/cache-classes.ts';
import { contentTypeOf, isCompressed } from '../../../src/deploy/content-types.ts';
import { takeInventory } from '../../../src/deploy/inventory.ts';

/** One path of each kind of file that a build holds, with its class and its content type. */
const published: readonly [path: string, cacheClass: CacheClass, type: string][] = [
  ['_astro/main.BdX9_a-1.css', 'immutable', 'text/css; charset=utf-8'],
  [
    '_astro/index.astro_astro_type_script_index_0_lang.C7Rk2mQz.js',
    'immutable',
    'text/javascript; charset=utf-8',
  ],
  ['og/0123abcd.png', 'immutable', 'image/png'],
  ['pagefind/pagefind-entry.json', 'entry', 'application/json'],
  ['pagefind/aliases/3_6832652cf7.json', 'immutable', 'application/json'],
  ['pagefind/hints_09d40f1a2b.json', 'immutable', 'application/json'],
  ['pagefind/signs/12_09d40f1a2b.json', 'immutable', 'application/json'],
  ['pagefind/vocabulary/0_5725b2dbee.json', 'immutable', 'application/json'],
  ['pagefind/index/12_68d594d0f3.pf_index', 'immutable', 'application/octet-stream'],
  ['pagefind/text/094dfeb2a1-7-0.json', 'immutable', 'application/json'],
  ['index.html', 'page', 'text/html; charset=utf-8'],
  ['services/index.html', 'page', 'text/html; charset=utf-8'],
  ['services/elastic-beanstalk/index.html', 'page', 'text/html; charset=utf-8'],
  ['404.html', 'missing', 'text/html; charset=utf-8'],
  ['services/lambda.md', 'discovery', 'text/markdown; charset=utf-8'],
  ['offline/0123456789abcdef0123.json', 'immutable', 'application/json'],
  ['sw.js', 'entry', 'text/javascript; charset=utf-8'],
  ['manifest.webmanifest', 'support', 'application/manifest+json'],
  ['favicon.svg', 'support', 'image/svg+xml'],
  ['icon-512.png', 'support', 'image/png'],
  ['apple-touch-icon.png', 'support', 'image/png'],
  ['previews.json', 'support', 'application/json'],
  ['robots.txt', 'support', 'text/plain; charset=utf-8'],
  ['.well-known/security.txt', 'support', 'text/plain; charset=utf-8'],
  ['sitemap.xml', 'discovery', 'application/xml; charset=utf-8'],
  ['atom.xml', 'discovery', 'application/xml; charset=utf-8'],
  ['rss.xml', 'discovery', 'application/xml; charset=utf-8'],
  ['llms.txt', 'discovery', 'text/plain; charset=utf-8'],
  ['llms-full.txt', 'discovery', 'text/plain; charset=utf-8'],
];

test.each(published)('%s is %s, %s', (path, cacheClass, type) => {
  expect(classifyPath(path)).toBe(cacheClass);
  expect(fileKinds.filter(({ pattern }) => pattern.test(path))).toHaveLength(1);
  expect(contentTypeOf(path)).toBe(type);
});

test('each kind has an example here', () => {
  expect(fileKinds.filter(({ pattern }) => !published.some(([path]) => pattern.test(path)))).toEqual([]);
});

/** Names that must never leave the machine, or that we would have to think about first. */
const refused: readonly [path: string, code: string][] = [
  ['.env', 'N702'],
  ['services/.env.local', 'N702'],
  ['.git/config', 'N702'],
  ['.well-known/.htpasswd', 'N702'],
  ['_astro/main.BdX9_a-1.js.map', 'N702'],
  ['services/lambda.mdx', 'N702'],
  ['_astro/main.css', 'N701'],
  ['_astro/secret.BdX9_a-1.json', 'N701'],
  ['og/card.png', 'N701'],
  ['_astro/photo.Ab12Cd34_Z1xYz.webp', 'N701'],
  ['images/map.avif', 'N701'],
  ['sitemap-index.xml', 'N701'],
  ['pagefind/raw.txt', 'N701'],
  ['pagefind/fragment/ja_2c60257.pf_fragment', 'N701'],
  ['pagefind/index/12.pf_index', 'N701'],
  ['pagefind/pagefind.js', 'N701'],
  ['pagefind/wasm.unknown.pagefind', 'N701'],
  ['pagefind/aliases/3.json', 'N701'],
  ['index.htm', 'N701'],
  ['services/lambda.html', 'N701'],
  ['services/ラムダ/index.html', 'N701'],
  ['Services/index.html', 'N701'],
  ['services//index.html', 'N701'],
  ['../index.html', 'N702'],
  ['note.txt', 'N701'],
  ['backup.zip', 'N701'],
  ['package.json', 'N701'],
  ['id_rsa', 'N701'],
  ['index.html\n', 'N701'],
];

const front = ['index.html', '404.html', 'sw.js'].map((path) => measureFile(path, Buffer.from(path)));

test.each(refused)('%j is refused with %s', (path, code) => {
  const { files, diagnostics } = takeInventory({
    files: [...front, measureFile(path, Buffer.from(''))],
    irregular: [],
  });
  expect(Object.keys(files)).toEqual(['index.html', '404.html', 'sw.js']);
  expect(diagnostics.map((d) => [d.code, d.source.file])).toEqual([[code, path]]);
});

describe('inventory', () => {
  test('what file managers leave behind is passed over in silence', () => {
    const litter = ['.DS_Store', 'services/.DS_Store', 'Thumbs.db', 'images/desktop.ini'];
    const files = [...front, ...litter.map((path) => measureFile(path, Buffer.from('')))];
    expect(takeInventory({ files, irregular: [] })).toMatchObject({ diagnostics: [] });
  });

  test('links and the like are refused, by name', () => {
    const { diagnostics } = takeInventory({ files: front, irregular: ['services/x'] });
    expect(diagnostics.map(({ code, values }) => [code, values])).toEqual([['N703', { path: 'services/x' }]]);
  });

  test('a build without a front door, or that has not ended, is no build', () => {
    expect(
      takeInventory({ files: [], irregular: [] }).diagnostics.map(({ code, values }) => [code, values]),
    ).toEqual([
      ['N704', { path: 'index.html' }],
      ['N704', { path: '404.html' }],
      ['N704', { path: 'sw.js' }],
    ]);
  });

  test('an entry has hashes, size and headers', () => {
    expect(takeInventory({ files: front, irregular: [] }).files['404.html']).toEqual({
      sha256: '128cc35baaf40bac8ae4d2932ca6e009311e8279f03f258e9cc83966f1d5b32e',
      md5: expect.stringMatching(/^[0-9a-f]{32}$/),
      size: 8,
      contentType: 'text/html; charset=utf-8',
      cacheControl: cacheClasses.missing.cacheControl,
    });
  });
});

describe('a page and its parts', () => {
  const page = (path: string, html: string) => measureFile(path, Buffer.from(html));
  const html =
    '<link rel="stylesheet" href="/robots.txt?x"><script src="/favicon.svg"></script><a href="/nowhere/">x</a><img alt="a > b" src="https://elsewhere.example/x.png"><link rel="next" href="/">';
  const parts = ['robots.txt', 'favicon.svg'].map((path) => measureFile(path, Buffer.from('')));
  const judge = (files: ReturnType<typeof measureFile>[], base?: string) =>
    takeInventory({ files: [...front, ...files], irregular: [] }, base).diagnostics.map(
      ({ code, source, values }) => [code, source.file, values],
    );

  test('whole, when everything that it loads is in the build', () => {
    expect(judge([...parts, page('services/index.html', html)])).toEqual([]);
  });

  test('not, when something is missing: told once, with the number of pages', () => {
    const pages = ['a', 'b', 'c'].map((name) => page(`services/${name}/index.html`, html));
    expect(judge([...parts.slice(1), ...pages])).toEqual([
      ['N722', 'services/a/index.html', { address: '/robots.txt', others: 2 }],
    ]);
  });

  test('a build for another base is noticed', () => {
    const moved = html.replaceAll('"/', '"/kb/');
    expect(judge([...parts, page('services/index.html', moved)], '/kb/')).toEqual([]);
    expect(judge([...parts, page('services/index.html', moved)]).map(([code]) => code)).toEqual([
      'N722',
      'N722',
      'N722',
    ]);
    expect(judge([...parts, page('services/index.html', html)], '/kb/').map(([code]) => code)).toEqual([
      'N722',
      'N722',
      'N722',
    ]);
  });
});

describe('cache classes', () => {
  test('only hashed names live for a year, and they have the hash in them', () => {
    for (const [path, cacheClass] of published) {
      const { cacheControl } = cacheClasses[cacheClass];
      expect(cacheControl.includes('immutable'), path).toBe(cacheClass === 'immutable');
      if (cacheClass === 'immutable') expect(path).toMatch(/[._/][\w-]{7,}\.\w+$/);
    }
  });

  test('what changes under the same name is asked again within five minutes, by browsers and by the CDN', () => {
    for (const [name, { cacheControl }] of Object.entries(cacheClasses)) {
      if (name === 'immutable') continue;
      const ages = [...cacheControl.matchAll(/max(?:age)?-?age=(\d+)|s-maxage=(\d+)/g)].map((m) =>
        Number(m[1] ?? m[2]),
      );
      expect(Math.max(0, ...ages), name).toBeLessThanOrEqual(300);
      expect(/must-revalidate|no-cache/.test(cacheControl), name).toBe(true);
    }
  });
});

test('text is compressed, and what is already dense is not', () => {
  expect(published.filter(([path]) => isCompressed(path)).map(([path]) => path.split('.').at(-1))).toEqual(
    expect.arrayContaining(['css', 'js', 'svg', 'html', 'md', 'txt', 'xml', 'json']),
  );
  for (const path of ['a.png', 'a.pf_index']) expect(isCompressed(path)).toBe(false);
});

test('an ending without a content type is a mistake in the table', () => {
  expect(() => contentTypeOf('a.exe')).toThrow('a.exe');
});
