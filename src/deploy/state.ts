import { z } from 'zod';
import { releaseIdSchema, type ReleaseId } from './release.ts';

const instant = z.iso.datetime();

/** Who is deploying. Held in the state object itself, so that taking it is one conditional write. */
const lockSchema = z.strictObject({
  /** Random, so that two writers never write the same bytes (an ETag tells only different bytes apart). */
  token: z.string(),
  /** For people: user@host, or the address of a CI run. */
  owner: z.string(),
  since: instant,
  expires: instant,
});

/**
 * One time that a release was (or began to be) on the site.
 * `started`: some of its files may be there. `live`: all are, verified. `settled`: and the CDN has been told.
 */
const historyEntrySchema = z.strictObject({
  release: releaseIdSchema,
  /** When it started; from `live` on, when it became whole. */
  since: instant,
  command: z.enum(['deploy', 'rollback']),
  stage: z.enum(['started', 'live', 'settled']),
});

/** `state.json` of the state bucket: the one object that says what is live, and who may change it. */
export const siteStateSchema = z.strictObject({
  version: z.literal(1),
  /** Newest first. */
  history: z.array(historyEntrySchema),
  lock: lockSchema.nullable(),
});

export type Lock = z.infer<typeof lockSchema>;
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
export type SiteState = z.infer<typeof siteStateSchema>;

export const emptyState: SiteState = { version: 1, history: [], lock: null };

/** The release that readers see whole, or undefined before the first deploy has finished. */
export function findLive({
  history,
}: {
  readonly history: readonly HistoryEntry[];
}): HistoryEntry | undefined {
  return history.find(({ stage }) => stage !== 'started');
}

/**
 * The releases whose traces may be on the site or in the CDN besides the live one: those begun since, and those that
 * were replaced without the CDN being told. Newest first, without the live one.
 */
export function findUnsettled(state: SiteState): ReleaseId[] {
  const settled = state.history.findIndex(({ stage }) => stage === 'settled');
  const recent = settled < 0 ? state.history : state.history.slice(0, settled + 1);
  const live = findLive(state)?.release;
  return [...new Set(recent.map(({ release }) => release))].filter((release) => release !== live);
}

/** Begins a release: from here on its files may appear. Beginning it again (a rerun) changes only the lock. */
export function beginRelease(
  state: SiteState,
  { release, command, lock }: Pick<HistoryEntry, 'release' | 'command'> & { lock: Lock },
): SiteState {
  const [newest] = state.history;
  const begun = newest?.release === release;
  const entry: HistoryEntry = { release, since: lock.since, command, stage: 'started' };
  return { ...state, lock, history: begun ? state.history : [entry, ...state.history] };
}

/** Makes the release that was begun the live one. */
export function goLive(state: SiteState, now: Date): SiteState {
  const [newest, ...older] = state.history;
  if (!newest) throw new Error('No release was begun');
  if (newest.stage !== 'started') return state;
  return { ...state, history: [{ ...newest, since: now.toISOString(), stage: 'live' }, ...older] };
}

/** Ends a deploy: the CDN knows, entries outside `kept` are forgotten, the lock is free. */
export function settle(state: SiteState, isKept: (entry: HistoryEntry) => boolean): SiteState {
  const [newest, ...older] = state.history;
  if (!newest) throw new Error('No release was begun');
  return { ...state, lock: null, history: [{ ...newest, stage: 'settled' }, ...older.filter(isKept)] };
}
