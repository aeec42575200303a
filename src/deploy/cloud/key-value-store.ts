import {
  DescribeKeyValueStoreCommand,
  paginateListKeys,
  UpdateKeysCommand,
  type CloudFrontKeyValueStoreClient,
} from '@aws-sdk/client-cloudfront-keyvaluestore';
import { ConflictError, type RedirectStore } from './cloud.ts';
import { request } from './request.ts';

/** The redirects in a CloudFront KeyValueStore. Keys that do not begin with `/` belong to others and are left alone. */
export function openRedirectStore(client: CloudFrontKeyValueStoreClient, arn: string): RedirectStore {
  const store = { KvsARN: arn };
  /** The version of the last read or update; the store accepts an update of exactly that version only. */
  let version: string | undefined;
  const describe = () =>
    request('DescribeKeyValueStore', arn, async () => {
      const { ETag } = await client.send(new DescribeKeyValueStoreCommand(store));
      return ETag;
    });
  const read = async (): Promise<Map<string, string>> => {
    version = await describe();
    return request('ListKeys', arn, async () => {
      const entries = new Map<string, string>();
      for await (const page of paginateListKeys({ client }, store))
        for (const { Key, Value } of page.Items ?? [])
          if (Key?.startsWith('/') && Value !== undefined) entries.set(Key, Value);
      return entries;
    });
  };
  return {
    read,
    async update(put, remove) {
      version ??= await describe();
      try {
        version = await request('UpdateKeys', arn, async () => {
          const { ETag } = await client.send(
            new UpdateKeysCommand({
              ...store,
              IfMatch: version,
              Puts: put.map(([Key, Value]) => ({ Key, Value })),
              Deletes: remove.map((Key) => ({ Key })),
            }),
          );
          return ETag;
        });
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error;
        // The answer to our own update may have been lost, and the SDK's second try then meets the first one.
        const found = await read();
        const isDone =
          put.every(([from, to]) => found.get(from) === to) && !remove.some((key) => found.has(key));
        if (!isDone) throw error;
      }
    },
  };
}
