import { request } from 'node:http';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cacheClasses, classifyPath } from '../../../src/deploy/cache-classes.ts';
import { contentTypeOf } from '../../../src/deploy/content-types.ts';
import { headerPolicies, policyOf } from '../../../src/deploy/headers.ts';
import { startPreviewServer, type PreviewServer } from '../../../src/deploy/preview-server.ts';
import { renderSite, siteOne, writeFiles } from '../../deploy/double/sample-site.ts';

const LONG = `<!doctype html><title>長い</title>${'<p>同じ段落が続きます。</p>'.repeat(80)}`;
const files: Readonly<Record<string, string>> = { ...renderSite(siteOne), 'services/long/index.html': LONG };
let root: string;
let server: PreviewServer;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kumo-preview-'));
  await writeFiles(root, files);
  await writeFile(join(root, '.env'), 'SECRET=1');
  await writeFile(join(root, 'notes.txt'), 'raw');
  // Under names that the table knows: a deploy refuses links all the same.
  await symlink(join(root, 'notes.txt'), join(root, 'llms-full.txt'));
  await symlink(join(root, 'services'), join(root, 'linked'));
  server = await startPreviewServer({ root, redirects: { '/services/old/': '/services/sqs/#dlq' } });
});
afterAll(async () => {
  await server.close();
  await rm(root, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/** Asks exactly what is written: `fetch` would tidy the path and follow redirects. */
function ask(path: string, headers: Record<string, string> = {}, { method = 'GET', url = server.url } = {}) {
  return new Promise<Answer>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        // What Node adds to the hop, CloudFront adds in its own way.
        const { date: _, connection: __, 'transfer-encoding': ___, ...rest } = response.headers;
        resolve({
          status: response.statusCode ?? 0,
          headers: rest as Record<string, string>,
          body: Buffer.concat(chunks),
        });
      });
    })
      .on('error', reject)
      .end();
  });
}

const addressOf = (path: string) => `/${path.replace(/(^|\/)index\.html$/, '$1')}`;

test.each(Object.keys(files).filter((path) => path !== '404.html'))(
  '%s comes with exactly the headers of the tables',
  async (path) => {
    const { status, headers, body } = await ask(addressOf(path));
    const { etag, vary, ...rest } = headers;
    expect([status, body.toString('utf8')]).toEqual([200, files[path] ?? '']);
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(vary === undefined || vary === 'accept-encoding').toBe(true);
    expect(rest).toEqual({
      ...headerPolicies[policyOf(path)],
      'content-type': contentTypeOf(path),
      'cache-control': cacheClasses[classifyPath(path) ?? 'missing'].cacheControl,
      'content-length': String(Buffer.byteLength(files[path] ?? '')),
    });
  },
);

test.each([
  '/nowhere/',
  '/services/x/',
  '/x.js',
  '/.env',
  '/notes.txt',
  '/llms-full.txt',
  '/linked/sqs/',
  '/%/',
  '/%.html',
  '/..%2f..%2fetc%2fpasswd.txt',
  '/../package.json',
  '/services/sqs/%69ndex.html/',
])('%s is missing: status 404, the page of the site, kept for seconds', async (path) => {
  const { status, headers, body } = await ask(path);
  expect([status, body.toString('utf8')]).toEqual([404, files['404.html']]);
  expect(headers).toMatchObject({
    ...headerPolicies.site,
    'cache-control': 'public, max-age=10, must-revalidate',
    'content-type': 'text/html; charset=utf-8',
  });
});

test('a missing drawing has the policy of drawings, as CloudFront picks it by the address', async () => {
  const { status, headers } = await ask('/none.svg');
  expect([status, headers['content-security-policy']]).toEqual([
    404,
    headerPolicies.drawing['content-security-policy'],
  ]);
});

test.each([
  ['/services/sqs', '/services/sqs/'],
  ['/services/sqs/index.html?a=1', '/services/sqs/?a=1'],
  ['/services/old/', '/services/sqs/#dlq'],
])('%s → %s', async (path, location) => {
  const { status, headers } = await ask(path);
  expect(status).toBe(301);
  // What the edge function says, and nothing besides.
  expect(Object.keys(headers).sort()).toEqual(['cache-control', 'location', 'strict-transport-security']);
  expect(headers['location']).toBe(location);
});

describe('304', () => {
  test('for the tag that was sent, also in a list, weak, or as a star', async () => {
    const { headers } = await ask('/services/long/');
    const etag = String(headers['etag']);
    for (const asked of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const again = await ask('/services/long/', { 'if-none-match': asked });
      expect([again.status, again.body.length]).toEqual([304, 0]);
      expect(again.headers).toMatchObject({
        ...headerPolicies.site,
        etag,
        'cache-control': cacheClasses.page.cacheControl,
      });
    }
    expect((await ask('/services/long/', { 'if-none-match': '"x"' })).status).toBe(200);
  });

  test('never for a missing page', async () => {
    expect((await ask('/nowhere/', { 'if-none-match': '*' })).status).toBe(404);
  });
});

describe('compression', () => {
  test.each([
    ['br', 'br, gzip', brotliDecompressSync],
    ['gzip', 'gzip, deflate', gunzipSync],
  ])('%s, with a weak tag', async (encoding, accepted, decompress) => {
    const { headers, body } = await ask('/services/long/', { 'accept-encoding': accepted });
    expect(headers).toMatchObject({
      'content-encoding': encoding,
      vary: 'accept-encoding',
      'content-length': String(body.length),
    });
    expect(headers['etag']).toMatch(/^W\/"/);
    expect(decompress(body).toString('utf8')).toBe(LONG);
    expect(body.length).toBeLessThan(LONG.length / 4);
  });

  test('not what is small, and not when nobody asks for it', async () => {
    expect(
      (await ask('/robots.txt', { 'accept-encoding': 'br' })).headers['content-encoding'],
    ).toBeUndefined();
    expect((await ask('/services/long/')).headers['content-encoding']).toBeUndefined();
  });
});

test('HEAD has the headers of GET and no body', async () => {
  const [get, head] = [await ask('/services/long/'), await ask('/services/long/', {}, { method: 'HEAD' })];
  expect([head.status, head.headers, head.body.length]).toEqual([200, get.headers, 0]);
});

test('nothing can be sent to it', async () => {
  expect(await ask('/', {}, { method: 'POST' })).toMatchObject({
    status: 405,
    headers: { allow: 'GET, HEAD' },
  });
});

test('a new build shows at once', async () => {
  await writeFile(join(root, 'robots.txt'), 'new');
  expect((await ask('/robots.txt')).body.toString()).toBe('new');
  await writeFile(join(root, 'robots.txt'), files['robots.txt'] ?? '');
});

describe('under /kb/', () => {
  let kb: PreviewServer;
  beforeAll(async () => {
    kb = await startPreviewServer({ root, base: '/kb/', redirects: { '/services/old/': '/services/sqs/' } });
  });
  afterAll(() => kb.close());
  const at = (path: string) => ask(path, {}, { url: kb.url });

  test('its address ends with the base', () => expect(kb.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/kb\/$/));

  test.each<[string, number, string | undefined]>([
    ['/kb/', 200, undefined],
    ['/kb/services/sqs/', 200, undefined],
    ['/kb/services/sqs', 301, '/kb/services/sqs/'],
    ['/kb/services/old/', 301, '/kb/services/sqs/'],
    ['/kb/index.html', 301, '/kb/'],
    ['/kb/nowhere/', 404, undefined],
    ['/services/sqs/', 404, undefined],
    ['/kbservices/', 404, undefined],
    ['/', 404, undefined],
  ])('%s is %i', async (path, status, location) => {
    const answer = await at(path);
    expect([answer.status, answer.headers['location']]).toEqual([status, location]);
  });
});

test('a port that is taken is an error, not a silence', async () => {
  const port = Number(new URL(server.url).port);
  await expect(startPreviewServer({ root, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
