import {
  DescribeKeyValueStoreCommand,
  paginateListKeys,
  UpdateKeysCommand,
  type CloudFrontKeyValueStoreClient,
} from '@aws-sdk/client-cloudfront-keyvaluestore';
import type { RedirectStore } from './cloud.ts';
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
  return {
    async read() {
      version = await describe();
      return request('ListKeys', arn, async () => {
        const entries = new Map<string, string>();
        for await (const page of paginateListKeys({ client }, store))
          for (const { Key, Value } of page.Items ?? [])
            if (Key?.startsWith('/') && Value !== undefined) entries.set(Key, Value);
        return entries;
      });
    },
    async update(put, remove) {
      version ??= await describe();
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
    },
  };
}
