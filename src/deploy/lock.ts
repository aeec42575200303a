import type { Lock } from './state.ts';

/**
 * A lock that its holder does not renew ends after three minutes, so a crashed deploy blocks the next one for four
 * at most. The holder renews it while it works, each time with a conditional write that fails when somebody else
 * has taken the lock: then it stops.
 */
const LEASE_MS = 3 * 60_000;
/** The holder renews when half of the lease is over. */
const RENEW_MS = LEASE_MS / 2;
/** How far two machines may differ about the time, although both follow the clock of S3. */
const CLOCK_SKEW_MS = 60_000;

/** Makes a lock that begins now. `token` must be random. */
export function makeLock({ token, owner, now }: { token: string; owner: string; now: Date }): Lock {
  return { token, owner, since: now.toISOString(), expires: leaseEnd(now) };
}

/** The same lock, for another three minutes. */
export function renewLock(lock: Lock, now: Date): Lock {
  return { ...lock, expires: leaseEnd(now) };
}

/** Whether the holder should renew its lock before it writes anything else. */
export function isRenewalDue(lock: Lock, now: Date): boolean {
  return now.getTime() >= Date.parse(lock.expires) - (LEASE_MS - RENEW_MS);
}

/** Whether somebody else must respect the lock. */
export function isHeld(lock: Lock | null, now: Date): lock is Lock {
  return lock !== null && now.getTime() < Date.parse(lock.expires) + CLOCK_SKEW_MS;
}

const leaseEnd = (now: Date): string => new Date(now.getTime() + LEASE_MS).toISOString();
