import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { root } from '../../../scripts/command.ts';
import { fillWorker, listOffline, nameRelease, packFiles } from '../../../src/offline/list.ts';

const files = (paths: readonly string[]) => paths.map((path) => ({ path, sha256: `digest of ${path}` }));
const source = readFileSync(join(root, 'src/offline/service-worker.js'), 'utf8');

describe('what is kept from the start', () => {
  it('is what any page needs, and the page for when there is none', () => {
    const list = listOffline(
      files([
        'index.html',
        'services/sqs/index.html',
        '_astro/Page.abcdefgh.css',
        'offline/index.html',
        'og/0123abcd.png',
        'favicon.svg',
        'pagefind/pagefind-entry.json',
      ]),
      'offline/0123456789ab.json',
    );
    expect(list).toEqual({
      shell: ['', 'offline/', '_astro/Page.abcdefgh.css', 'favicon.svg'],
      index: 'offline/0123456789ab.json',
    });
  });
});

test('the files of the search are packed into one: texts as they are, what is compressed in Base64', () => {
  const pack = packFiles([
    { path: 'pagefind/text/0123abcdef-0-0.json', body: Buffer.from('{"語":1}') },
    { path: 'pagefind/index/0_0123abcdef.pf_index', body: Buffer.from([0x1f, 0x8b, 0xff]) },
  ]);
  expect(JSON.parse(pack)).toEqual({
    texts: { 'pagefind/text/0123abcdef-0-0.json': '{"語":1}' },
    parts: { 'pagefind/index/0_0123abcdef.pf_index': 'H4v/' },
  });
});

describe('the name of a release', () => {
  it('is the same for the same files in any order, and another for a changed one', () => {
    const [a, b] = [files(['a', 'b']), files(['b', 'a'])];
    expect(nameRelease(b)).toBe(nameRelease(a));
    expect(nameRelease([{ path: 'a', sha256: 'other' }, ...a.slice(1)])).not.toBe(nameRelease(a));
  });
});

describe('the worker', () => {
  it('is shipped with its release and list filled in', () => {
    const filled = fillWorker(source, 'r1', 'offline/r1.json');
    expect(filled).toContain("const RELEASE = 'r1';\nconst LIST = 'offline/r1.json';");
    expect(filled.length).toBe(source.length + 'r1'.length + 'offline/r1.json'.length);
    expect(() => fillWorker('nothing to fill in', 'r1', 'l')).toThrow('no constants');
  });
});
