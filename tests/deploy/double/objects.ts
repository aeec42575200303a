import { createHash } from 'node:crypto';

/** One object of the double of S3. */
export interface FakeObject {
  readonly body: Buffer;
  readonly etag: string;
  readonly modified: Date;
  readonly contentType: string;
  readonly cacheControl: string;
}

export type FakeBucket = Map<string, FakeObject>;

export function makeObject(
  body: Buffer,
  modified: Date,
  headers: { contentType?: string | undefined; cacheControl?: string | undefined },
): FakeObject {
  return {
    body,
    modified,
    etag: createHash('md5').update(body).digest('hex'),
    contentType: headers.contentType ?? 'binary/octet-stream',
    cacheControl: headers.cacheControl ?? '',
  };
}

/** A bucket as `path → "bytes' hash | headers"`, to compare two of them. */
export function describeBucket(bucket: FakeBucket): Record<string, string> {
  return Object.fromEntries(
    [...bucket]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, { etag, contentType, cacheControl }]) => [
        key,
        `${etag} | ${contentType} | ${cacheControl}`,
      ]),
  );
}
