import { classifyPath } from './cache-classes.ts';
import type { Release } from './release.ts';
import { blobKey, manifestKey, type StoredObject } from './storage.ts';
import type { HistoryEntry } from './state.ts';

/**
 * What a reader who opened a page some time ago may still ask for, and what can be rolled back to: the last three
 * releases, and every release of the last fourteen days. Nothing that one of them needs is ever deleted.
 */
const KEPT_RELEASES = 3;
const KEPT_MS = 14 * 24 * 60 * 60_000;

/**
 * The history entries that must be kept, in the same order (newest first). An entry that only began counts by its age,
 * because readers may have met its pages, but never as one of the three.
 */
export function keepEntries(history: readonly HistoryEntry[], now: Date): HistoryEntry[] {
  const whole = history.filter(({ stage }) => stage !== 'started');
  const recent = new Set([...new Set(whole.map(({ release }) => release))].slice(0, KEPT_RELEASES));
  let until = Infinity;
  return history.filter((entry) => {
    const isRecent = until >= now.getTime() - KEPT_MS;
    if (entry.stage === 'started') return isRecent;
    until = Date.parse(entry.since);
    return isRecent || recent.has(entry.release);
  });
}

/**
 * The paths of the site bucket that no kept release needs and that have been there for fourteen days. A path that
 * no release could have written (an owner's proof file, say) is none of our business.
 */
export function findGarbage(
  objects: ReadonlyMap<string, StoredObject>,
  kept: readonly Release[],
  now: Date,
): string[] {
  return [...objects]
    .filter(([path, { modified }]) => {
      const isOld = modified.getTime() <= now.getTime() - KEPT_MS;
      return isOld && classifyPath(path) !== undefined && !kept.some(({ files }) => path in files);
    })
    .map(([path]) => path);
}

/** The blobs and manifests of the state bucket that no kept release needs. `stored` holds keys of that bucket. */
export function findStoredGarbage(stored: Iterable<string>, kept: readonly Release[]): string[] {
  const needed = new Set(
    kept.flatMap(({ id, files }) => [
      manifestKey(id),
      ...Object.values(files).map(({ sha256 }) => blobKey(sha256)),
    ]),
  );
  return [...stored].filter((key) => /^(?:blobs|releases)\//.test(key) && !needed.has(key));
}
