import { describe, expect, test } from 'vitest';
import { flattenRedirects, storeLimits } from '../../../src/deploy/redirects.ts';
import { redirectsSchema } from '../../../src/schema/index.ts';

const pages = new Set(['/', '/services/sqs/', '/services/sns/', '/glossary/']);
const flatten = (
  pairs: readonly (readonly [string, string])[],
  isPage = (path: string) => pages.has(path),
) => {
  const list = redirectsSchema.parse(pairs.map(([from, to]) => ({ from, to, since: '2026-01-01' })));
  const { redirects, diagnostics } = flattenRedirects(list, isPage);
  return { redirects, codes: diagnostics.map(({ code, values }) => `${code} ${values['from']}`) };
};

test.each<[string, [string, string][], Record<string, string>]>([
  ['one step', [['/a/', '/services/sqs/']], { '/a/': '/services/sqs/' }],
  ['an anchor of the new place is kept', [['/a/', '/services/sqs/#dlq']], { '/a/': '/services/sqs/#dlq' }],
  [
    'a chain is one step',
    [
      ['/a/', '/b/'],
      ['/b/', '/c/'],
      ['/c/', '/glossary/'],
    ],
    { '/a/': '/glossary/', '/b/': '/glossary/', '/c/': '/glossary/' },
  ],
  [
    'an anchor goes along a chain that names none',
    [
      ['/a/', '/b/#x'],
      ['/b/', '/glossary/'],
    ],
    { '/a/': '/glossary/#x', '/b/': '/glossary/' },
  ],
  [
    'the last anchor wins',
    [
      ['/a/', '/b/#x'],
      ['/b/', '/glossary/#y'],
    ],
    { '/a/': '/glossary/#y', '/b/': '/glossary/#y' },
  ],
  [
    'a moved anchor helps a chain',
    [
      ['/a/', '/services/sqs/#x'],
      ['/services/sqs/#x', '/services/sns/#z'],
    ],
    { '/a/': '/services/sns/#z' },
  ],
  [
    'a page that leads on for other hosts stands at the old place',
    [['/services/sqs/', '/glossary/']],
    { '/services/sqs/': '/glossary/' },
  ],
  ['anchors are answered by the page, not by the edge', [['/services/sqs/#x', '/services/sns/']], {}],
])('%s', (_, pairs, expected) => {
  expect(flatten(pairs)).toEqual({ redirects: expected, codes: [] });
});

test.each<[string, [string, string][], string[]]>([
  [
    'two lines for one place',
    [
      ['/a/', '/glossary/'],
      ['/a/', '/services/sqs/'],
    ],
    ['N705 /a/'],
  ],
  [
    'a circle',
    [
      ['/a/', '/b/'],
      ['/b/', '/a/'],
    ],
    ['N503 /a/', 'N503 /b/'],
  ],
  ['a circle of one', [['/a/', '/a/']], ['N503 /a/']],
  ['no such page', [['/a/', '/nowhere/']], ['N706 /a/']],
])('%s is an error', (_, pairs, codes) => {
  expect(flatten(pairs).codes).toEqual(codes);
});

describe('the KeyValueStore has room for it', () => {
  const long = (length: number) => `/${'a'.repeat(length - 2)}/`;

  test('keys of 512 and values of 1,024 bytes fit, one more does not', () => {
    expect(storeLimits).toMatchObject({ key: 512, value: 1024 });
    const all = () => true;
    const target = (length: number) => [[long(20), long(length)]] as const;
    expect(flatten([[long(storeLimits.key), '/glossary/']]).codes).toEqual([]);
    expect(flatten([[long(storeLimits.key + 1), '/glossary/']]).codes).toEqual([`N707 ${long(513)}`]);
    expect(flatten(target(storeLimits.value), all).codes).toEqual([]);
    expect(flatten(target(storeLimits.value + 1), all).codes).toEqual([`N707 ${long(20)}`]);
    expect(flatten([], all).codes).toEqual([]);
  });

  test('five megabytes in all', () => {
    const count = Math.ceil(storeLimits.total / 500);
    const pairs = Array.from(
      { length: count },
      (_, i) => [`/${String(i).padStart(490, 'x')}/`, '/glossary/'] as const,
    );
    expect(flatten(pairs).codes).toEqual(['N708 undefined']);
    expect(flatten(pairs.slice(0, count - 200)).codes).toEqual([]);
  });
});
