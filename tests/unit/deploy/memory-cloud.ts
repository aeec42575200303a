import { createHash } from 'node:crypto';
import { CloudError, ConflictError, type Bucket, type Cloud } from '../../../src/deploy/cloud/cloud.ts';

interface MemoryObject {
  readonly body: Uint8Array;
  readonly modified: Date;
  readonly contentType: string;
  readonly cacheControl: string;
}

export interface MemoryCloud extends Cloud {
  readonly contents: { readonly site: Map<string, MemoryObject>; readonly state: Map<string, MemoryObject> };
  /** Writes before everything fails, as if the machine was gone. */
  writesLeft: number;
  /** Waits before each write; a test may let others go first. */
  beforeWrite: (what: string) => Promise<void> | void;
  readonly invalidations: string[][];
}

/** A cloud in memory, for tests of the logic; the deploy suite has one that speaks HTTP. */
export function openMemoryCloud(clock: () => Date): MemoryCloud {
  const contents = { site: new Map<string, MemoryObject>(), state: new Map<string, MemoryObject>() };
  const redirects = new Map<string, string>();
  const spend = async (what: string) => {
    await cloud.beforeWrite(what);
    if (cloud.writesLeft <= 0) throw new CloudError(what, 'memory', 'gone');
    cloud.writesLeft -= 1;
  };
  const openBucket = (name: 'site' | 'state'): Bucket => {
    const objects = contents[name];
    return {
      name,
      list: async () =>
        new Map(
          [...objects].map(([key, { body, modified }]) => [
            key,
            { etag: md5(body), size: body.byteLength, modified },
          ]),
        ),
      head: async (key) => objects.get(key),
      read: async (key) => {
        const found = objects.get(key);
        return found && { body: found.body, etag: md5(found.body) };
      },
      write: async (key, body, { condition }) => {
        await spend(`write ${name}/${key}`);
        const found = objects.get(key);
        const etag = found && md5(found.body);
        if ('absent' in condition ? etag !== undefined : etag !== condition.etag)
          throw new ConflictError('write', key, '412');
        objects.set(key, { body, modified: clock(), contentType: '', cacheControl: '' });
        return md5(body);
      },
      copy: async (_, sourceKey, key, { onlyIfAbsent, contentType, cacheControl }) => {
        await spend(`copy ${name}/${key}`);
        const source = contents.state.get(sourceKey);
        if (!source) throw new CloudError('copy', key, '404');
        if (onlyIfAbsent && objects.has(key)) throw new ConflictError('copy', key, '412');
        objects.set(key, { body: source.body, modified: clock(), contentType, cacheControl });
      },
      remove: async (keys) => {
        await spend(`remove ${name}`);
        for (const key of keys) objects.delete(key);
      },
    };
  };
  const cloud: MemoryCloud = {
    contents,
    writesLeft: Infinity,
    beforeWrite: () => undefined,
    invalidations: [],
    now: clock,
    site: openBucket('site'),
    state: openBucket('state'),
    redirects: {
      read: async () => new Map(redirects),
      update: async (put, remove) => {
        await spend('update redirects');
        for (const [from, to] of put) redirects.set(from, to);
        for (const from of remove) redirects.delete(from);
      },
    },
    cdn: {
      invalidate: async (paths) => {
        await spend('invalidate');
        cloud.invalidations.push([...paths]);
      },
    },
  };
  return cloud;
}

const md5 = (body: Uint8Array): string => createHash('md5').update(body).digest('hex');
