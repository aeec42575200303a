import { createHash } from 'node:crypto';
import { ConflictError, type Bucket } from './cloud/cloud.ts';
import { isRenewalDue, makeLock, renewLock } from './lock.ts';
import type { ReadState } from './observe.ts';
import { beginRelease, type HistoryEntry, type SiteState } from './state.ts';
import { STATE_KEY } from './storage.ts';

/** Somebody else wrote the state: they have the lock now. */
export class LeaseLostError extends Error {}

/** The right to change the site. */
export interface Lease {
  /** Call before each write: renews the lock when it is time, and throws `LeaseLostError` when it is ours no more. */
  keep(): Promise<void>;
  /** Call before what nobody can put right afterwards: renews the lock now, so that it is known to be ours. */
  renew(): Promise<void>;
  /** Writes a new state over the one of the last write. Throws `LeaseLostError` when there is another. */
  write(change: (state: SiteState) => SiteState): Promise<void>;
}

export interface LeaseRequest extends Pick<HistoryEntry, 'release' | 'command'> {
  readonly owner: string;
  /** Random. */
  readonly token: string;
  readonly clock: () => Date;
}

/**
 * Takes the lock and begins the release in one conditional write over the state that the plan was made from. So of
 * two deploys that start at once exactly one gets here, and a plan is never executed on a state that it has not seen.
 */
export async function takeLease(bucket: Bucket, seen: ReadState, wanted: LeaseRequest): Promise<Lease> {
  const { clock } = wanted;
  let { state, etag } = seen;
  let lock = makeLock({ ...wanted, now: clock() });
  let turn: Promise<void> = Promise.resolve();

  const replace = async (next: SiteState) => {
    etag = await writeState(bucket, next, etag);
    state = next;
  };
  /** One write at a time, whoever asks: each needs the ETag of the one before. */
  const inTurn = (action: () => Promise<void>): Promise<void> => {
    const result = turn.then(action);
    turn = result.catch(() => undefined);
    return result;
  };

  const renew = async () => {
    const renewed = renewLock(lock, clock());
    await replace({ ...state, lock: renewed });
    lock = renewed;
  };
  const renewIfDue = async () => {
    if (isRenewalDue(lock, clock())) await renew();
  };

  await replace(beginRelease(state, { ...wanted, lock }));
  return {
    write: (change) => inTurn(() => replace(change(state))),
    renew: () => inTurn(renew),
    // Looked at before and in turn: nobody waits for the writes of others unless it is time.
    keep: async () => {
      if (isRenewalDue(lock, clock())) await inTurn(renewIfDue);
    },
  };
}

async function writeState(bucket: Bucket, state: SiteState, etag: string | undefined): Promise<string> {
  const body = new TextEncoder().encode(`${JSON.stringify(state, null, 2)}\n`);
  const sha256 = createHash('sha256').update(body).digest('hex');
  try {
    return await bucket.write(STATE_KEY, body, {
      sha256,
      condition: etag === undefined ? { absent: true } : { etag },
    });
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    // The answer to our own write may have been lost, and the SDK's second try then meets the first one.
    const found = await bucket.read(STATE_KEY);
    if (found && Buffer.compare(found.body, body) === 0) return found.etag;
    throw new LeaseLostError();
  }
}
