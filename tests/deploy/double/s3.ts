import { createHash } from 'node:crypto';
import { makeObject, type FakeBucket } from './objects.ts';

/** One request, read whole. Header names are in lower case. */
export interface FakeRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface FakeAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** A page of a listing; small, so that the tests go through several. */
const PAGE = 20;

/**
 * The part of S3 that a deploy uses: PUT, COPY, GET, HEAD, LIST and DELETE of objects in one part, ETags that are the
 * MD5, `If-Match` and `If-None-Match`, and checksums that are really compared.
 */
export function answerS3(
  buckets: ReadonlyMap<string, FakeBucket>,
  now: Date,
  request: FakeRequest,
): FakeAnswer {
  const [, bucketName = '', ...rest] = decodeURIComponent(request.url.pathname).split('/');
  const key = rest.join('/');
  const bucket = buckets.get(bucketName);
  if (!bucket) return fail(404, 'NoSuchBucket');
  if (request.method === 'GET' && key === '') return list(bucket, request.url.searchParams);
  if (request.method === 'POST' && request.url.searchParams.has('delete'))
    return removeMany(bucket, request.body);
  if (request.method === 'PUT') return put(buckets, bucket, key, now, request);
  const found = bucket.get(key);
  if (!found) return request.method === 'HEAD' ? { status: 404 } : fail(404, 'NoSuchKey');
  const headers = {
    etag: `"${found.etag}"`,
    'content-type': found.contentType,
    'last-modified': found.modified.toUTCString(),
    'content-length': String(found.body.byteLength),
    ...(found.cacheControl ? { 'cache-control': found.cacheControl } : {}),
  };
  return { status: 200, headers, body: request.method === 'HEAD' ? '' : found.body };
}

function put(
  buckets: ReadonlyMap<string, FakeBucket>,
  bucket: FakeBucket,
  key: string,
  now: Date,
  { headers, body }: FakeRequest,
): FakeAnswer {
  const existing = bucket.get(key);
  if (headers['if-none-match'] === '*' && existing) return fail(412, 'PreconditionFailed');
  const match = headers['if-match'];
  if (match !== undefined && match.replaceAll('"', '') !== existing?.etag)
    return fail(412, 'PreconditionFailed');
  const source = headers['x-amz-copy-source'];
  let content = body;
  if (source !== undefined) {
    const [sourceBucket = '', ...sourceKey] = decodeURIComponent(source).split('/');
    const found = buckets.get(sourceBucket)?.get(sourceKey.join('/'));
    if (!found) return fail(404, 'NoSuchKey');
    content = found.body;
  }
  const sha256 = headers['x-amz-checksum-sha256'];
  if (sha256 !== undefined && createHash('sha256').update(content).digest('base64') !== sha256)
    return fail(400, 'BadDigest');
  const object = makeObject(content, now, {
    contentType: headers['content-type'],
    cacheControl: headers['cache-control'],
  });
  bucket.set(key, object);
  const etag = `"${object.etag}"`;
  if (source === undefined) return { status: 200, headers: { etag } };
  return {
    status: 200,
    body: xml(
      `<CopyObjectResult><ETag>${etag}</ETag><LastModified>${now.toISOString()}</LastModified></CopyObjectResult>`,
    ),
  };
}

function list(bucket: FakeBucket, query: URLSearchParams): FakeAnswer {
  const prefix = query.get('prefix') ?? '';
  const after = query.get('continuation-token') ?? '';
  const keys = [...bucket.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
  const page = keys.slice(0, PAGE);
  const isTruncated = keys.length > PAGE;
  const contents = page.map((key) => {
    const object = bucket.get(key);
    return `<Contents><Key>${key}</Key><LastModified>${object?.modified.toISOString()}</LastModified><ETag>&quot;${object?.etag}&quot;</ETag><Size>${object?.body.byteLength}</Size></Contents>`;
  });
  const next = isTruncated ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  return {
    status: 200,
    body: xml(
      `<ListBucketResult><IsTruncated>${isTruncated}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
    ),
  };
}

function removeMany(bucket: FakeBucket, body: Buffer): FakeAnswer {
  for (const [, key] of body.toString('utf8').matchAll(/<Key>([^<]*)<\/Key>/g)) bucket.delete(key ?? '');
  return { status: 200, body: xml('<DeleteResult></DeleteResult>') };
}

export const fail = (status: number, code: string): FakeAnswer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: xml(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`),
});

export const xml = (text: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${text}`;
