import {
  CopyObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { StoredObject } from '../storage.ts';
import { CloudError, type Bucket } from './cloud.ts';
import { request, requestIfPresent } from './request.ts';

/** An S3 bucket of that name. */
export function openBucket(client: S3Client, name: string): Bucket {
  const place = (key: string) => ({ Bucket: name, Key: key });
  const url = (key: string) => `s3://${name}/${key}`;
  return {
    name,
    list: () =>
      request('ListObjectsV2', url(''), async () => {
        const objects = new Map<string, StoredObject>();
        for await (const page of paginateListObjectsV2({ client }, { Bucket: name }))
          for (const { Key, ETag, Size, LastModified } of page.Contents ?? [])
            if (Key)
              objects.set(Key, {
                etag: unquote(ETag),
                size: Size ?? 0,
                modified: LastModified ?? new Date(0),
              });
        return objects;
      }),
    head: (key) =>
      requestIfPresent('HeadObject', url(key), async () => {
        const { ContentType, CacheControl } = await client.send(new HeadObjectCommand(place(key)));
        return { contentType: ContentType ?? '', cacheControl: CacheControl ?? '' };
      }),
    read: (key) =>
      requestIfPresent('GetObject', url(key), async () => {
        const { Body, ETag } = await client.send(new GetObjectCommand(place(key)));
        return { body: (await Body?.transformToByteArray()) ?? new Uint8Array(), etag: unquote(ETag) };
      }),
    write: (key, body, { sha256, condition }) =>
      request('PutObject', url(key), async () => {
        const { ETag } = await client.send(
          new PutObjectCommand({
            ...place(key),
            Body: body,
            ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
            ...('absent' in condition ? { IfNoneMatch: '*' } : { IfMatch: condition.etag }),
          }),
        );
        return unquote(ETag);
      }),
    copy: (source, sourceKey, key, { contentType, cacheControl, onlyIfAbsent }) =>
      request('CopyObject', url(key), async () => {
        await client.send(
          new CopyObjectCommand({
            ...place(key),
            CopySource: `${source.name}/${sourceKey}`,
            MetadataDirective: 'REPLACE',
            ContentType: contentType,
            CacheControl: cacheControl,
            ...(onlyIfAbsent ? { IfNoneMatch: '*' } : {}),
          }),
        );
      }),
    remove: (keys) =>
      request('DeleteObjects', url(''), async () => {
        const Objects = keys.map((Key) => ({ Key }));
        const { Errors = [] } = await client.send(
          new DeleteObjectsCommand({ Bucket: name, Delete: { Objects, Quiet: true } }),
        );
        const [first] = Errors;
        if (first) throw new CloudError('DeleteObjects', url(first.Key ?? ''), first.Code ?? '');
      }),
  };
}

const unquote = (etag: string | undefined): string => (etag ?? '').replaceAll('"', '');
