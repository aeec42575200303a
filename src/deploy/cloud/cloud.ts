import type { StoredHeaders, StoredObject } from '../storage.ts';

/** Requests at the same time: S3 answers thousands a second, a home connection is full with eight. */
export const REQUESTS_AT_ONCE = 8;

/** A request that did not succeed, after the retries of the SDK. */
export class CloudError extends Error {
  readonly operation: string;
  readonly target: string;
  readonly reason: string;

  constructor(operation: string, target: string, reason: string) {
    super(`${operation} ${target}: ${reason}`);
    this.operation = operation;
    this.target = target;
    this.reason = reason;
  }
}

/** A conditional write found something else than it was told to expect (412), or met another write (409). */
export class ConflictError extends CloudError {}

/** `absent`: write only where nothing is. An ETag: write only over exactly that. */
export type WriteCondition = { readonly absent: true } | { readonly etag: string };

/** One S3 bucket. Every call throws `CloudError` when it fails. */
export interface Bucket {
  readonly name: string;
  /** Every object, by key. */
  list(): Promise<Map<string, StoredObject>>;
  /** Headers of one object, or undefined when it is not there. */
  head(key: string): Promise<StoredHeaders | undefined>;
  /** Bytes and ETag of one object, or undefined when it is not there. */
  read(key: string): Promise<{ readonly body: Uint8Array; readonly etag: string } | undefined>;
  /** Writes bytes; the bucket refuses them when they do not have the SHA-256 (hex). Returns the new ETag. */
  write(
    key: string,
    body: Uint8Array,
    options: { sha256: string; condition: WriteCondition },
  ): Promise<string>;
  /** Copies an object of another bucket, inside S3, and gives it these headers. */
  copy(
    source: Bucket,
    sourceKey: string,
    key: string,
    options: StoredHeaders & { onlyIfAbsent: boolean },
  ): Promise<void>;
  /** Deletes up to 1,000 objects; absent ones do not matter. */
  remove(keys: readonly string[]): Promise<void>;
}

/** The redirects of the edge function. Every call throws `CloudError` when it fails. */
export interface RedirectStore {
  /** Old path to new place. Entries that are not paths (a password) are not shown. */
  read(): Promise<Map<string, string>>;
  /** At most 50 changes, applied together. */
  update(put: readonly (readonly [string, string])[], remove: readonly string[]): Promise<void>;
}

/** The CDN in front of the site bucket. */
export interface Cdn {
  /** Forgets the paths. The same token with the same paths is the same request. */
  invalidate(paths: readonly string[], token: string): Promise<void>;
}

export interface Cloud {
  /** What readers see. */
  readonly site: Bucket;
  /** Who deploys what, the manifests and the bytes of the kept releases. */
  readonly state: Bucket;
  readonly redirects: RedirectStore;
  readonly cdn: Cdn;
  /** The time that all who deploy agree on. */
  readonly now: () => Date;
}
