import { mapConcurrently } from '../concurrency.ts';
import { classifyPath } from './cache-classes.ts';
import { REQUESTS_AT_ONCE, type Bucket } from './cloud/cloud.ts';
import type { Release } from './release.ts';

/** One thing on the site that is not as the release says. */
export interface VerificationFinding {
  readonly path: string;
  readonly expected: string;
  readonly actual: string;
}

export class VerificationError extends Error {
  readonly finding: VerificationFinding;
  constructor(finding: VerificationFinding) {
    super(finding.path);
    this.finding = finding;
  }
}

/**
 * Compares the site with the release before it is called live: the bytes of every file (by the bucket's listing, one
 * request for a thousand files) and the headers of one file of each class. Throws `VerificationError` or `CloudError`.
 */
export async function verifySite(site: Bucket, target: Release): Promise<void> {
  const objects = await site.list();
  for (const [path, { md5 }] of Object.entries(target.files)) {
    const actual = objects.get(path)?.etag ?? '—';
    if (actual !== md5) throw new VerificationError({ path, expected: md5, actual });
  }
  const samples = new Map(Object.keys(target.files).map((path) => [classifyPath(path), path]));
  await mapConcurrently([...samples.values()], REQUESTS_AT_ONCE, async (path) => {
    const file = target.files[path];
    const headers = await site.head(path);
    const expected = `${file?.contentType} / ${file?.cacheControl}`;
    const actual = headers ? `${headers.contentType} / ${headers.cacheControl}` : '—';
    if (actual !== expected) throw new VerificationError({ path, expected, actual });
  });
}
