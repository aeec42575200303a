import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureFile } from '../../../src/deploy/build-folder.ts';
import {
  describeFile,
  isSameFile,
  makeRelease,
  releaseSchema,
  type ReleaseFile,
} from '../../../src/deploy/release.ts';
import { sampleRelease } from './samples.ts';

const file = (text: string): ReleaseFile =>
  describeFile(measureFile('index.html', Buffer.from(text)), 'page');

test('the id depends on paths, bytes, headers and redirects, and on nothing else', () => {
  const base = makeRelease({ a: file('1'), b: file('2') }, { '/x/': '/y/', '/z/': '/y/' });
  expect(makeRelease({ b: file('2'), a: file('1') }, { '/z/': '/y/', '/x/': '/y/' })).toEqual(base);
  const others = [
    makeRelease({ a: file('1'), c: file('2') }, base.redirects),
    makeRelease({ a: file('2'), b: file('1') }, base.redirects),
    makeRelease({ a: file('1') }, base.redirects),
    makeRelease({ ...base.files, a: { ...file('1'), cacheControl: 'no-cache' } }, base.redirects),
    makeRelease({ ...base.files, a: { ...file('1'), contentType: 'text/plain' } }, base.redirects),
    makeRelease(base.files, { '/x/': '/y/' }),
    makeRelease(base.files, {}),
  ];
  expect(new Set([base, ...others].map(({ id }) => id)).size).toBe(others.length + 1);
});

test('any order of the same files is the same release (seeded)', () => {
  const paths = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(
      paths.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      ([one, two]) => {
        const make = (list: string[]) =>
          makeRelease(Object.fromEntries(list.map((path) => [path, file(path)])), {});
        expect(JSON.stringify(make(two))).toBe(JSON.stringify(make(one)));
      },
    ),
    { seed: 20261122 },
  );
});

test('a manifest survives being written and read', () => {
  const release = sampleRelease({ 'services/sqs/index.html': 'x' }, { '/old/': '/services/sqs/#dlq' });
  expect(releaseSchema.parse(JSON.parse(JSON.stringify(release)))).toEqual(release);
});

test.each([
  [{ version: 2 }],
  [{ id: 'short' }],
  [{ surprise: true }],
  [{ files: { a: { ...file('1'), md5: 'x' } } }],
])('a manifest with %j is not one of ours', (change) => {
  expect(releaseSchema.safeParse({ ...sampleRelease({}), ...change }).success).toBe(false);
});

test('two files are the same when bytes and headers are', () => {
  expect(isSameFile(file('1'), file('1'))).toBe(true);
  expect(isSameFile(file('1'), file('2'))).toBe(false);
  expect(isSameFile(file('1'), { ...file('1'), contentType: 'text/plain' })).toBe(false);
  expect(isSameFile(file('1'), { ...file('1'), cacheControl: '' })).toBe(false);
  expect([
    isSameFile(undefined, file('1')),
    isSameFile(file('1'), undefined),
    isSameFile(undefined, undefined),
  ]).toEqual([false, false, false]);
});
