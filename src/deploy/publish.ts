import { diagnose, isError, startOf } from '../diagnostics/index.ts';
import { CloudError, type Cloud } from './cloud/cloud.ts';
import { executePlan, type Execution } from './execute.ts';
import { isHeld, makeLock } from './lock.ts';
import { observeCloud, readState, UnreadableError } from './observe.ts';
import { planRelease } from './plan.ts';
import type { Release } from './release.ts';
import { summarizePlan, type CommandResult } from './report.ts';
import { beginRelease, findLive, type HistoryEntry, type SiteState } from './state.ts';
import { STATE_KEY } from './storage.ts';

export interface PublishOptions
  extends Pick<Execution, 'owner' | 'token' | 'report' | 'signal'>, Pick<HistoryEntry, 'command'> {
  /** Bytes of a file of the build; undefined for a rollback, which uses only what the state bucket has. */
  readonly readFile?: ((path: string) => Promise<Uint8Array>) | undefined;
  readonly dryRun: boolean;
  readonly breakLock: boolean;
  readonly maxDeletes: number;
}

type PublishResult = Omit<CommandResult, 'url'>;

/**
 * Looks, plans and executes: makes a release the one that readers see. Both a deploy and a rollback are this; they
 * differ only in where the release comes from. Never throws for what the cloud does or holds.
 */
export async function publishRelease(
  cloud: Cloud,
  target: Release,
  options: PublishOptions,
): Promise<PublishResult> {
  const { command, readFile, dryRun, maxDeletes } = options;
  const about = { release: target.id, previous: null, changes: null };
  try {
    const read = await readState(cloud.state);
    const { state } = read;
    const now = cloud.now();
    const begun = beginRelease(state, { release: target.id, command, lock: makeLock({ ...options, now }) });
    const seen = await observeCloud(cloud, { state, begun, target, now });
    const plan = planRelease(seen, target, { now, maxDeletes, hasContent: readFile !== undefined });
    const known = {
      ...about,
      previous: findLive(state)?.release ?? null,
      changes: summarizePlan(plan, seen, target),
    };
    if (plan.diagnostics.some(isError)) return { ...known, result: 'refused', diagnostics: plan.diagnostics };
    if (plan.phases.length === 0) return { ...known, result: 'unchanged', diagnostics: plan.diagnostics };
    if (dryRun) return { ...known, result: 'planned', diagnostics: plan.diagnostics };
    const held = findHolder(state, options, now);
    if (held) return { ...known, result: 'refused', diagnostics: [...plan.diagnostics, held] };
    const outcome = await executePlan(plan, read, {
      ...options,
      cloud,
      clock: cloud.now,
      target,
      release: target.id,
      readFile: readFile ?? (() => Promise.reject(new Error('A rollback reads no files'))),
    });
    const diagnostics = [...plan.diagnostics, ...outcome.diagnostics];
    return { ...known, result: outcome.condition, diagnostics };
  } catch (error) {
    return { ...about, result: 'refused', diagnostics: [wordReadFailure(error, target.id)] };
  }
}

function findHolder({ lock }: SiteState, { breakLock }: PublishOptions, now: Date) {
  if (breakLock || !isHeld(lock, now)) return undefined;
  return diagnose('N710', startOf(STATE_KEY), lock);
}

/** Words a failure of looking; nothing had been written when it happened. */
export function wordReadFailure(error: unknown, release: string) {
  const at = startOf(STATE_KEY);
  if (error instanceof UnreadableError)
    return diagnose('N719', at, { key: error.key, problem: error.message });
  if (!(error instanceof CloudError)) throw error;
  const { operation, target, reason } = error;
  return diagnose('N717', at, { release, condition: 'untouched', operation, target, reason });
}
