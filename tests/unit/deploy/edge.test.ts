import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  edgeSource,
  loadEdge,
  setAccess,
  type EdgeAnswer,
  type EdgeRequest,
} from '../../../src/deploy/edge/run-edge.ts';
import { headerPolicies } from '../../../src/deploy/headers.ts';

const REDIRECTS: Readonly<Record<string, string>> = {
  '/services/old/': '/services/sqs/',
  '/services/part/': '/services/sqs/#dlq',
};
const run = loadEdge({ lookUp: (key) => REDIRECTS[key] });

const ask = (address: string, headers: Record<string, string> = {}): Promise<EdgeAnswer> => {
  const [uri = '', query] = address.split('?');
  return run({ method: 'GET', uri, query, headers });
};

/** Where an address leads: `→ place` for a redirect, the path in the bucket otherwise. */
async function lead(address: string): Promise<string> {
  const answer = await ask(address);
  return 'status' in answer ? `→ ${answer.headers['location']}` : answer.uri;
}

test.each([
  ['/', '/index.html'],
  ['/services/', '/services/index.html'],
  ['/services/sqs/', '/services/sqs/index.html'],
  ['/services/sqs/?q=1', '/services/sqs/index.html'],
  ['/services/sqs', '→ /services/sqs/'],
  ['/services/sqs?q=%E3%81%82&x', '→ /services/sqs/?q=%E3%81%82&x'],
  ['/services/sqs?', '→ /services/sqs/'],
  ['/index.html', '→ /'],
  ['/services/sqs/index.html', '→ /services/sqs/'],
  ['/services/v2.0/a', '→ /services/v2.0/a/'],
  ['/services/v2.0/a/', '/services/v2.0/a/index.html'],
  ['/services/old/', '→ /services/sqs/'],
  ['/services/old', '→ /services/sqs/'],
  ['/services/old/index.html', '→ /services/sqs/'],
  ['/services/old/?a=1', '→ /services/sqs/?a=1'],
  ['/services/part/?a=1', '→ /services/sqs/?a=1#dlq'],
  ['/robots.txt', '/robots.txt'],
  ['/404.html', '/404.html'],
  ['/services/lambda.md', '/services/lambda.md'],
  ['/.well-known/security.txt', '/.well-known/security.txt'],
  ['/_astro/main.AbCd1234.css', '/_astro/main.AbCd1234.css'],
  ['/index.htm', '/index.htm'],
  ['/xindex.html', '/xindex.html'],
  ['/%E3%83%A9%E3%83%A0%E3%83%80/', '/%E3%83%A9%E3%83%A0%E3%83%80/index.html'],
  ['/%E3%83%A9%E3%83%A0%E3%83%80', '→ /%E3%83%A9%E3%83%A0%E3%83%80/'],
  ['//evil.example/a', '→ /evil.example/a/'],
  ['/\\evil.example/a', '→ /evil.example/a/'],
  ['//evil.example/', '→ /evil.example/'],
  ['///', '→ /'],
  ['/services//sqs/', '→ /services/sqs/'],
])('%s leads to %s', async (address, expected) => {
  expect(await lead(address)).toBe(expected);
});

test('a redirect is a 301 that is kept for a while, and keeps https like every page', async () => {
  expect(await ask('/services/old/')).toEqual({
    status: 301,
    headers: {
      location: '/services/sqs/',
      'cache-control': 'public, max-age=300',
      'strict-transport-security': headerPolicies.site['strict-transport-security'],
    },
  });
});

const segment = fc.oneof(
  fc.constantFrom(
    '',
    '.',
    '..',
    'index.html',
    'services',
    'old',
    'sqs',
    'v2.0',
    'a.b',
    '\\',
    '%2F',
    '%2e%2e',
    'ラムダ',
    '%23',
  ),
  fc.string({ maxLength: 6 }).filter((text) => !/[?#]/.test(text)),
);
const anyPath = fc.array(segment, { maxLength: 6 }).map((segments) => `/${segments.join('/')}`);

test('one redirect is always enough, and it never leads to another site (seeded)', async () => {
  await fc.assert(
    fc.asyncProperty(anyPath, async (path) => {
      const first = await ask(path);
      if (!('status' in first)) return;
      const location = first.headers['location'] ?? '';
      expect(location).toMatch(/^\/(?![/\\])/);
      const second = await ask(location.replace(/#.*$/, ''));
      expect('status' in second).toBe(false);
    }),
    { seed: 20261122, numRuns: 3000 },
  );
});

test('`/x`, `/x/` and `/x/index.html` are one page (seeded)', async () => {
  const name = fc.stringMatching(/^[a-z0-9-]{1,9}$/);
  await fc.assert(
    fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 4 }), async (names) => {
      const page = `/${names.join('/')}`;
      const target = REDIRECTS[`${page}/`];
      expect(await lead(page)).toBe(`→ ${target ?? `${page}/`}`);
      expect(await lead(`${page}/index.html`)).toBe(`→ ${target ?? `${page}/`}`);
      expect(await lead(`${page}/`)).toBe(target ? `→ ${target}` : `${page}/index.html`);
    }),
    { seed: 20261122 },
  );
});

test('the store, which costs by the look, is asked once for a page and never for a file', async () => {
  const asked: string[] = [];
  const counted = loadEdge({
    lookUp: (key) => {
      asked.push(key);
      return undefined;
    },
  });
  for (const uri of [
    '/services/sqs/',
    '/services/sqs',
    '/services/sqs/index.html',
    '/robots.txt',
    '/404.html',
  ])
    await counted({ method: 'GET', uri, query: undefined, headers: {} });
  expect(asked).toEqual(['/services/sqs/', '/services/sqs/', '/services/sqs/']);
});

test('a store that does not answer does not take the pages down', async () => {
  const broken = loadEdge({
    lookUp: () => {
      throw new Error('timeout');
    },
  });
  expect(await broken({ method: 'GET', uri: '/services/old/', query: undefined, headers: {} })).toEqual({
    uri: '/services/old/index.html',
  });
});

describe('with a password', () => {
  const header = `Basic ${Buffer.from('team:correct horse').toString('base64')}`;
  const hash = createHash('sha256').update(header).digest('hex');
  const request = (authorization?: string): EdgeRequest => ({
    method: 'GET',
    uri: '/pagefind/pagefind-entry.json',
    query: undefined,
    headers: authorization === undefined ? {} : { authorization },
  });
  const guarded = (lookUp: (key: string) => string | undefined) => loadEdge({ lookUp, access: 'basic' });

  test('the right one opens', async () => {
    const enter = guarded((key) => (key === 'basic-auth' ? hash : undefined));
    expect(await enter(request(header))).toEqual({ uri: '/pagefind/pagefind-entry.json' });
  });

  test.each([
    undefined,
    '',
    'Basic',
    header.slice(0, -1),
    `${header} `,
    header.toLowerCase(),
    hash,
    'Basic ****',
  ])('%j does not, and is asked again', async (authorization) => {
    const answer = await guarded((key) => (key === 'basic-auth' ? hash : undefined))(request(authorization));
    expect(answer).toEqual({
      status: 401,
      headers: {
        'www-authenticate': 'Basic realm="Kumo Note", charset="UTF-8"',
        'cache-control': 'no-store',
      },
    });
  });

  test.each([
    ['no password is set', () => undefined],
    [
      'the store fails',
      () => {
        throw new Error('timeout');
      },
    ],
    ['an empty entry', () => ''],
  ])('nobody enters when %s', async (_, lookUp) => {
    expect(await guarded(lookUp)(request(header))).toMatchObject({ status: 401 });
  });

  test('redirects ask first', async () => {
    const enter = guarded(() => hash);
    expect(await enter({ ...request(), uri: '/services/old/' })).toMatchObject({ status: 401 });
  });
});

describe('limits of the runtime', () => {
  const code = edgeSource.replace(/^\s*\/\/.*$/gm, '');

  test('10 KB, in the form that the stack ships', () => {
    expect(Buffer.byteLength(setAccess(edgeSource, 'public'))).toBeLessThan(10_240);
    expect(setAccess(edgeSource, 'public')).toBe(edgeSource);
  });

  test('imports nothing but what CloudFront has', () => {
    expect([...code.matchAll(/^import .*$/gm)].map(([line]) => line)).toEqual([
      "import cf from 'cloudfront';",
      "import crypto from 'crypto';",
    ]);
  });

  test.each([
    ['timers', /\bset(?:Timeout|Interval|Immediate)\b/],
    ['network', /\bfetch\b|XMLHttpRequest/],
    ['a clock', /\bDate\b|performance/],
    ['code from strings', /\beval\b|\bFunction\s*\(/],
    ['chance', /Math\.random/],
    ['the process', /\bprocess\b|\brequire\b/],
    ['classes', /\bclass\b/],
    ['spread and rest', /\.\.\./],
    ['optional chaining and nullish', /\?\.|\?\?/],
    ['for…of', /\bfor\s*\([^;)]*\bof\b/],
    ['destructuring', /\b(?:const|let|var)\s*[{[]/],
    ['placeholders of the template', /\$\{/],
  ])('uses no %s', (_, pattern) => {
    expect(code).not.toMatch(pattern);
  });

  test('has one line to say whether a password is asked', () => {
    expect(setAccess(edgeSource, 'basic')).toBe(edgeSource.replace("ACCESS = 'public'", "ACCESS = 'basic'"));
    expect(() => setAccess('nothing', 'basic')).toThrow();
  });
});
