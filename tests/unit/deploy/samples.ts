import { measureFile } from '../../../src/deploy/build-folder.ts';
import { takeInventory } from '../../../src/deploy/inventory.ts';
import { makeRelease, releaseIdSchema, type Release, type ReleaseId } from '../../../src/deploy/release.ts';
import { beginRelease, emptyState, goLive, settle, type HistoryEntry } from '../../../src/deploy/state.ts';
import type { Observation } from '../../../src/deploy/steps.ts';
import { blobKey, manifestKey, type StoredObject } from '../../../src/deploy/storage.ts';

export const DAY = 24 * 60 * 60_000;
export const NOW = new Date('2026-11-22T00:00:00Z');
export const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * DAY);

/** A release from texts by path; home, 404 and the worker are added when they are not given. */
export function sampleRelease(
  texts: Readonly<Record<string, string>>,
  redirects: Readonly<Record<string, string>> = {},
): Release {
  const all = { 'index.html': 'home', '404.html': 'missing', 'sw.js': 'worker', ...texts };
  const files = Object.entries(all).map(([path, text]) => measureFile(path, Buffer.from(text)));
  const { files: described, diagnostics } = takeInventory({ files, irregular: [] });
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return makeRelease(described, redirects);
}

/** An id that stands for some release. */
export const id = (n: number): ReleaseId => releaseIdSchema.parse(n.toString(16).padStart(16, '0'));

export const entry = (
  release: ReleaseId,
  since: Date,
  stage: HistoryEntry['stage'] = 'settled',
  command: HistoryEntry['command'] = 'deploy',
): HistoryEntry => ({ release, since: since.toISOString(), stage, command });

export const LOCK = { token: 't', owner: 'me', since: NOW.toISOString(), expires: NOW.toISOString() };

/** What is seen after releases were published one after the other, the last one live. */
export function seenAfter(releases: readonly Release[], options: { modified?: Date } = {}): Observation {
  let state = emptyState;
  const objects = new Map<string, StoredObject>();
  const stored = new Set<string>();
  for (const release of releases) {
    state = settle(
      goLive(beginRelease(state, { release: release.id, command: 'deploy', lock: LOCK }), NOW),
      () => true,
    );
    stored.add(manifestKey(release.id));
    for (const [path, { md5, size, sha256 }] of Object.entries(release.files)) {
      objects.set(path, { etag: md5, size, modified: options.modified ?? NOW });
      stored.add(blobKey(sha256));
    }
  }
  const live = releases.at(-1);
  return {
    state,
    live,
    unsettled: [],
    kept: releases,
    objects,
    headers: new Map(),
    stored,
    redirects: new Map(Object.entries(live?.redirects ?? {})),
  };
}
