import { createHash } from 'node:crypto';
import { mapConcurrently } from '../concurrency.ts';
import { diagnose, startOf, type Diagnostic } from '../diagnostics/index.ts';
import { CloudError, ConflictError, REQUESTS_AT_ONCE, type Cloud } from './cloud/cloud.ts';
import { LeaseLostError, takeLease, type Lease, type LeaseRequest } from './lease.ts';
import type { ReadState } from './observe.ts';
import type { Release } from './release.ts';
import { keepEntries } from './retention.ts';
import { goLive, settle } from './state.ts';
import type { Phase, PhaseName, Plan, Step } from './steps.ts';
import { blobKey, manifestKey } from './storage.ts';
import { VerificationError, verifySite } from './verify.ts';

const conditions = ['untouched', 'parts', 'mixed', 'live', 'settled'] as const;

/** What readers meet after a deploy has ended, well or not; `untouched` means the release from before. */
export type Condition = (typeof conditions)[number];

export interface Outcome {
  readonly condition: Condition;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Execution extends LeaseRequest {
  readonly cloud: Cloud;
  readonly target: Release;
  /** Bytes of a file of the build, by path; a rollback has none and needs none. */
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** Called when a phase begins, and after each of its steps. */
  readonly report: (phase: PhaseName, done: number, total: number) => void;
  /** Set when the user wants to stop; no further step begins. */
  readonly signal: AbortSignal;
}

/** What readers meet while a phase is under way. Files that no page uses yet change nothing for them. */
const conditionDuring: Readonly<Record<PhaseName, Condition>> = {
  record: 'untouched',
  stage: 'untouched',
  immutable: 'parts',
  support: 'parts',
  'new-pages': 'parts',
  'changed-pages': 'mixed',
  discovery: 'mixed',
  redirects: 'mixed',
  verify: 'mixed',
  switch: 'mixed',
  invalidate: 'live',
  collect: 'live',
};

class InterruptedError extends Error {}

/** The build changed under the deploy: a file that was there is not there any more. */
class BuildChangedError extends Error {
  readonly path: string;
  constructor(path: string, reason: string) {
    super(reason);
    this.path = path;
  }
}

/**
 * Takes the lock, executes the phases one after the other, and frees the lock. The first failure ends everything:
 * no later phase begins, and the diagnostic says what readers meet now. Never throws for what the cloud does.
 */
export async function executePlan(plan: Plan, seen: ReadState, execution: Execution): Promise<Outcome> {
  const { cloud, clock } = execution;
  let condition: Condition = 'untouched';
  let lease: Lease | undefined;
  try {
    lease = await takeLease(cloud.state, seen, execution);
    for (const phase of plan.phases) {
      condition = worst(condition, conditionDuring[phase.name]);
      await executePhase(phase, lease, execution);
    }
    await lease.write((state) => {
      const kept = new Set(keepEntries(state.history, clock()));
      return settle(state, (entry) => kept.has(entry));
    });
    return { condition: 'settled', diagnostics: [] };
  } catch (error) {
    const lost = lease && (await freeLock(lease));
    return { condition, diagnostics: wordFailure(lost ?? error, condition, execution) };
  }
}

/**
 * Without this write the lock would end by itself, minutes later. Answers with the error when the lock is somebody
 * else's by now: then that is why the deploy failed, whatever it met first.
 */
async function freeLock(lease: Lease): Promise<LeaseLostError | undefined> {
  try {
    await lease.write((state) => ({ ...state, lock: null }));
    return undefined;
  } catch (error) {
    return error instanceof LeaseLostError ? error : undefined;
  }
}

async function executePhase(phase: Phase, lease: Lease, execution: Execution): Promise<void> {
  const total = phase.steps.length;
  let done = 0;
  execution.report(phase.name, done, total);
  await mapConcurrently(phase.steps, REQUESTS_AT_ONCE, async (step) => {
    if (execution.signal.aborted) throw new InterruptedError();
    await (phase.name === 'collect' ? lease.renew() : lease.keep());
    await executeStep(step, lease, execution);
    done += 1;
    execution.report(phase.name, done, total);
  });
}

async function executeStep(step: Step, lease: Lease, execution: Execution): Promise<void> {
  const { cloud, target, readFile, clock, token } = execution;
  switch (step.kind) {
    case 'store-manifest':
      return storeManifest(cloud, target);
    case 'store-blob':
      return ignoreConflict(
        cloud.state.write(blobKey(step.file.sha256), await readBuildFile(readFile, step.path), {
          sha256: step.file.sha256,
          condition: { absent: true },
        }),
      );
    case 'publish':
      return ignoreConflict(
        cloud.site.copy(cloud.state, blobKey(step.file.sha256), step.path, {
          contentType: step.file.contentType,
          cacheControl: step.file.cacheControl,
          onlyIfAbsent: step.isNew,
        }),
      );
    case 'redirect':
      return cloud.redirects.update(step.put, step.remove);
    case 'verify':
      return verifySite(cloud.site, target);
    case 'go-live':
      return lease.write((state) => goLive(state, clock()));
    case 'invalidate':
      return cloud.cdn.invalidate(step.paths, token);
    case 'delete-objects':
      return cloud.site.remove(step.keys);
    case 'delete-stored':
      return cloud.state.remove(step.keys);
  }
}

async function readBuildFile(readFile: Execution['readFile'], path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new BuildChangedError(path, (error as NodeJS.ErrnoException).code ?? String(error));
  }
}

async function storeManifest(cloud: Cloud, target: Release): Promise<void> {
  const body = new TextEncoder().encode(`${JSON.stringify(target)}\n`);
  const sha256 = createHash('sha256').update(body).digest('hex');
  await ignoreConflict(
    cloud.state.write(manifestKey(target.id), body, { sha256, condition: { absent: true } }),
  );
}

/**
 * Something is already there. That is fine: manifests and blobs are named after their content, and what stands on
 * the site is compared with the release before anything goes live.
 */
async function ignoreConflict(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
  }
}

/** The lighter condition never hides the heavier one: after a page has changed, adding parts is still `mixed`. */
function worst(a: Condition, b: Condition): Condition {
  return conditions.indexOf(b) > conditions.indexOf(a) ? b : a;
}

function wordFailure(error: unknown, condition: Condition, { cloud, target }: Execution): Diagnostic[] {
  const at = startOf(`s3://${cloud.site.name}`);
  const about = { release: target.id, condition };
  if (error instanceof LeaseLostError)
    return [diagnose(condition === 'untouched' ? 'N711' : 'N720', at, about)];
  if (error instanceof BuildChangedError)
    return [diagnose('N709', { ...at, file: error.path }, { folder: error.path, reason: error.message })];
  if (error instanceof InterruptedError) return [diagnose('N721', at, about)];
  if (error instanceof VerificationError) return [diagnose('N718', at, { ...about, ...error.finding })];
  if (error instanceof CloudError) {
    const { operation, reason } = error;
    return [diagnose('N717', at, { ...about, operation, target: error.target, reason })];
  }
  throw error;
}
