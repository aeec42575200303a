import { expect, test } from 'vitest';
import { findStalePaths, foldPaths } from '../../../src/deploy/invalidation.ts';
import { sampleRelease } from './samples.ts';

test.each<[string, string[], string[]]>([
  ['nothing', [], []],
  [
    'a page by both of its names',
    ['services/sqs/index.html'],
    ['/services/sqs/', '/services/sqs/index.html'],
  ],
  ['the home page', ['index.html'], ['/', '/index.html']],
  ['a file by its own', ['robots.txt'], ['/robots.txt']],
  [
    'eight are sent as they are',
    ['index.html', 'services/index.html', 'services/a/index.html', 'a.txt', 'b.txt'],
    [
      '/',
      '/a.txt',
      '/b.txt',
      '/index.html',
      '/services/',
      '/services/a/',
      '/services/a/index.html',
      '/services/index.html',
    ],
  ],
  [
    'nine become wildcards for the top folders',
    ['index.html', 'services/index.html', 'services/a/index.html', 'services/b/index.html', 'a.txt'],
    ['/', '/a.txt', '/index.html', '/services/*'],
  ],
  [
    'too many top folders become one for all',
    'abcdefghi'.split('').map((name) => `${name}/index.html`),
    ['/*'],
  ],
])('%s', (_, files, expected) => {
  expect(foldPaths(files)).toEqual(expected);
});

test('stale is what the CDN may hold with other bytes or headers', () => {
  const texts = {
    '_astro/main.AbCd1234.css': 'a',
    'robots.txt': '1',
    'services/a/index.html': '1',
    'sw.js': '1',
    'favicon.svg': 'same',
    'index.html': '1',
    '404.html': '1',
  };
  const old = sampleRelease(texts);
  const older = sampleRelease({ 'services/b/index.html': '1' });
  const target = sampleRelease({
    ...texts,
    'robots.txt': '2',
    'services/a/index.html': '2',
    'services/b/index.html': '2',
    'services/c/index.html': '2',
    'sw.js': '2',
    '404.html': '2',
  });
  // `sw.js` is never cached, `404.html` for ten seconds, `services/c` was never there.
  expect(findStalePaths(target, [old, older])).toEqual([
    'index.html',
    'robots.txt',
    'services/a/index.html',
    'services/b/index.html',
  ]);
  expect(findStalePaths(target, [target])).toEqual([]);
  expect(findStalePaths(target, [])).toEqual([]);
});

test('a hashed file is stale only when its headers changed', () => {
  const path = '_astro/main.AbCd1234.css';
  const target = sampleRelease({ [path]: 'a' });
  const file = target.files[path];
  const old = {
    ...target,
    files: { ...target.files, ...(file && { [path]: { ...file, contentType: 'text/plain' } }) },
  };
  expect(findStalePaths(target, [old])).toEqual([path]);
});
