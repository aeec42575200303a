import { createHash } from 'node:crypto';
import { stackOutputs } from '../../../src/deploy/cloud/target.ts';
import { fail, xml, type FakeAnswer, type FakeRequest } from './s3.ts';

/** Names under which the double answers. */
export const names = {
  stack: 'kumo-note',
  bucket: 'site-bucket',
  stateBucket: 'state-bucket',
  distribution: 'E2EXAMPLE',
  redirectStore: 'arn:aws:cloudfront::123456789012:key-value-store/7a0e1c2d-0000-4000-8000-000000000000',
  url: 'https://d111111abcdef8.cloudfront.net/',
} as const;

/** `CreateInvalidation`: hands the paths to `invalidate`; the same reference again is the same invalidation. */
export function answerInvalidation(invalidate: (paths: string[]) => void, { body }: FakeRequest): FakeAnswer {
  const text = body.toString('utf8');
  const paths = [...text.matchAll(/<Path>([^<]*)<\/Path>/g)].map(([, path]) => path ?? '');
  invalidate(paths);
  return {
    status: 201,
    headers: { location: '/invalidation/I1', 'content-type': 'application/xml' },
    body: xml('<Invalidation><Id>I1</Id><Status>InProgress</Status></Invalidation>'),
  };
}

/** `DescribeKeyValueStore`, `ListKeys` (50 a page) and `UpdateKeys` with its ETag and its limit of 50 changes. */
export function answerKeyValueStore(
  store: Map<string, string>,
  { method, url, headers, body }: FakeRequest,
): FakeAnswer {
  if (!decodeURIComponent(url.pathname).includes(names.redirectStore))
    return failJson(404, 'ResourceNotFoundException');
  if (!/AWS4-ECDSA-P256-SHA256/.test(headers['authorization'] ?? ''))
    return failJson(403, 'AccessDeniedException');
  const etag = () =>
    createHash('md5')
      .update(JSON.stringify([...store].sort()))
      .digest('hex');
  if (method === 'GET' && !url.pathname.endsWith('/keys'))
    return json(
      { ItemCount: store.size, TotalSizeInBytes: 0, KvsARN: names.redirectStore, Created: 0 },
      etag(),
    );
  if (method === 'GET') {
    const keys = [...store.keys()].filter((key) => key > (url.searchParams.get('NextToken') ?? '')).sort();
    const page = keys.slice(0, 50);
    const Items = page.map((Key) => ({ Key, Value: store.get(Key) }));
    return json({ Items, ...(keys.length > 50 ? { NextToken: page.at(-1) } : {}) });
  }
  if (headers['if-match'] !== etag()) return failJson(409, 'ConflictException');
  const { Puts = [], Deletes = [] } = JSON.parse(body.toString('utf8')) as {
    Puts?: { Key: string; Value: string }[];
    Deletes?: { Key: string }[];
  };
  if (Puts.length + Deletes.length > 50) return failJson(400, 'ValidationException');
  for (const { Key, Value } of Puts) store.set(Key, Value);
  for (const { Key } of Deletes) store.delete(Key);
  return json({ ItemCount: store.size, TotalSizeInBytes: 0 }, etag());
}

/** `DescribeStacks` of the one stack. */
export function answerStack({ body }: FakeRequest): FakeAnswer {
  const form = new URLSearchParams(body.toString('utf8'));
  if (form.get('StackName') !== names.stack) return fail(400, 'ValidationError');
  const outputs = Object.entries(stackOutputs).map(
    ([key, output]) =>
      `<member><OutputKey>${output}</OutputKey><OutputValue>${names[key as keyof typeof stackOutputs]}</OutputValue></member>`,
  );
  return {
    status: 200,
    headers: { 'content-type': 'text/xml' },
    body: `<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>${names.stack}</StackName><CreationTime>2026-01-01T00:00:00Z</CreationTime><StackStatus>CREATE_COMPLETE</StackStatus><Outputs>${outputs.join('')}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`,
  };
}

const json = (value: unknown, etag?: string): FakeAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json', ...(etag === undefined ? {} : { etag }) },
  body: JSON.stringify(value),
});

export const failJson = (status: number, code: string): FakeAnswer => ({
  status,
  headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
  body: JSON.stringify({ Message: code }),
});
