import { z } from 'zod';
import { mapConcurrently, waitForAll } from '../concurrency.ts';
import { REQUESTS_AT_ONCE, type Bucket, type Cloud } from './cloud/cloud.ts';
import { findUncertainPaths } from './plan.ts';
import { releaseSchema, type Release, type ReleaseId } from './release.ts';
import { keepEntries } from './retention.ts';
import { emptyState, findLive, findUnsettled, goLive, siteStateSchema, type SiteState } from './state.ts';
import type { Observation } from './steps.ts';
import { manifestKey, STATE_KEY } from './storage.ts';

/** The state, and the ETag that the next write of it must name (undefined: there is none yet). */
export interface ReadState {
  readonly state: SiteState;
  readonly etag: string | undefined;
}

/** A stored document that is not what it should be. */
export class UnreadableError extends Error {
  readonly key: string;
  constructor(key: string, problem: string) {
    super(problem);
    this.key = key;
  }
}

/** Reads who deployed what. Throws `CloudError`, or `UnreadableError` for something that we did not write. */
export async function readState(bucket: Bucket): Promise<ReadState> {
  const found = await bucket.read(STATE_KEY);
  if (!found) return { state: emptyState, etag: undefined };
  return { state: parseDocument(STATE_KEY, siteStateSchema, found.body), etag: found.etag };
}

/** The manifest of a release, or undefined when it is not stored. Throws as `readState` does. */
export async function readRelease(bucket: Bucket, id: ReleaseId): Promise<Release | undefined> {
  const key = manifestKey(id);
  const found = await bucket.read(key);
  return found && parseDocument(key, releaseSchema, found.body);
}

/**
 * Looks at everything that the plan depends on; reads only. `begun` is the state as it will be when the target has
 * begun (see `beginRelease`): it decides which releases stay.
 */
export async function observeCloud(
  cloud: Cloud,
  { state, begun, target, now }: { state: SiteState; begun: SiteState; target: Release; now: Date },
): Promise<Observation> {
  const live = findLive(state)?.release;
  const unsettled = findUnsettled(state);
  const kept = keepEntries(goLive(begun, now).history, now);
  const mustExist = new Set(kept.filter(({ stage }) => stage !== 'started').map(({ release }) => release));
  if (live) mustExist.add(live);
  const ids = [...new Set([...mustExist, ...unsettled, ...kept.map(({ release }) => release)])];
  const [objects, stored, redirects, manifests] = await waitForAll([
    cloud.site.list(),
    cloud.state.list(),
    cloud.redirects.read(),
    mapConcurrently(ids, REQUESTS_AT_ONCE, async (id) =>
      id === target.id ? target : await readRelease(cloud.state, id),
    ),
  ]);
  const releases = new Map(ids.map((id, i) => [id, manifests[i]]));
  for (const id of mustExist)
    if (!releases.get(id)) throw new UnreadableError(manifestKey(id), '見つかりません');
  const pick = (wanted: Iterable<ReleaseId>) => [...wanted].flatMap((id) => releases.get(id) ?? []);
  const seen = {
    state,
    live: live && releases.get(live),
    unsettled: pick(unsettled),
    kept: pick(ids).filter(({ id }) => id !== target.id),
    objects,
    stored: new Set(stored.keys()),
    redirects,
  };
  const uncertain = findUncertainPaths(seen, target);
  const asked = await mapConcurrently(
    uncertain,
    REQUESTS_AT_ONCE,
    async (path) => [path, await cloud.site.head(path)] as const,
  );
  return {
    ...seen,
    headers: new Map(asked.flatMap(([path, headers]) => (headers ? [[path, headers]] : []))),
  };
}

function parseDocument<T extends z.ZodType>(key: string, schema: T, body: Uint8Array): z.output<T> {
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(body)));
  } catch (error) {
    throw new UnreadableError(key, error instanceof z.ZodError ? z.prettifyError(error) : String(error));
  }
}
