import { createHash } from 'node:crypto';
import { z } from 'zod';
import { cacheClasses, type CacheClass } from './cache-classes.ts';
import { contentTypeOf } from './content-types.ts';

const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`));

/** 16 hex digits: the hash of everything that a release publishes. */
export const releaseIdSchema = hex(16).brand<'ReleaseId'>();

/** One published file: the bytes by their hashes, and the headers that are stored with them. */
const releaseFileSchema = z.strictObject({
  sha256: hex(64),
  /** What S3 reports as ETag of an object that was written in one part with SSE-S3. */
  md5: hex(32),
  /** Bytes. */
  size: z.int().nonnegative(),
  contentType: z.string(),
  cacheControl: z.string(),
});

/** The list of everything that one release publishes; kept as `releases/<id>.json` in the state bucket. */
export const releaseSchema = z.strictObject({
  version: z.literal(1),
  id: releaseIdSchema,
  /** By path inside the build, without a leading slash. */
  files: z.record(z.string(), releaseFileSchema),
  /** Old page path to new place, both with a leading slash; answered by the edge function. */
  redirects: z.record(z.string(), z.string()),
});

export type ReleaseId = z.infer<typeof releaseIdSchema>;
export type ReleaseFile = z.infer<typeof releaseFileSchema>;
export type Release = z.infer<typeof releaseSchema>;

/** A file of a build, read but not judged. `path` is relative to the build folder, with `/` on every system. */
export interface BuildFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly md5: string;
  /** Of a page: what it loads from its own site (see `findReferences`); empty for other files. */
  readonly references: readonly string[];
}

/** A file of a build as the entry of a release, with the headers of its class. */
export function describeFile(file: BuildFile, cacheClass: CacheClass): ReleaseFile {
  return {
    sha256: file.sha256,
    md5: file.md5,
    size: file.size,
    contentType: contentTypeOf(file.path),
    cacheControl: cacheClasses[cacheClass].cacheControl,
  };
}

/**
 * A release from its files and redirects. The id depends on nothing else: not on the order, the clock or the machine.
 * So an unchanged site has the id of the live release, and a changed header is a new release.
 */
export function makeRelease(
  files: Readonly<Record<string, ReleaseFile>>,
  redirects: Readonly<Record<string, string>>,
): Release {
  const sorted = <T>(record: Readonly<Record<string, T>>) =>
    Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  const published = sorted(files).map(([path, f]) => [path, f.sha256, f.contentType, f.cacheControl]);
  const content = JSON.stringify([published, sorted(redirects)]);
  return {
    version: 1,
    id: releaseIdSchema.parse(createHash('sha256').update(content).digest('hex').slice(0, 16)),
    files: Object.fromEntries(sorted(files)),
    redirects: Object.fromEntries(sorted(redirects)),
  };
}

/** Whether two files are the same to a reader: same bytes, same headers. */
export function isSameFile(a: ReleaseFile | undefined, b: ReleaseFile | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.sha256 === b.sha256 &&
    a.contentType === b.contentType &&
    a.cacheControl === b.cacheControl
  );
}
