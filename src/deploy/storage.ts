import type { ReleaseId } from './release.ts';

/** Keys of the state bucket. The site bucket's keys are the paths of the build. */
export const STATE_KEY = 'state.json';
export const manifestKey = (id: ReleaseId): string => `releases/${id}.json`;
export const blobKey = (sha256: string): string => `blobs/${sha256}`;

/** One object as a bucket's listing shows it. */
export interface StoredObject {
  /** Without quotes. The MD5 of the content, because objects are written in one part with SSE-S3. */
  readonly etag: string;
  /** Bytes. */
  readonly size: number;
  readonly modified: Date;
}

/** The headers that are stored with an object. */
export interface StoredHeaders {
  readonly contentType: string;
  readonly cacheControl: string;
}
