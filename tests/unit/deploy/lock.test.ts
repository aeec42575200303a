import { describe, expect, test } from 'vitest';
import { isHeld, isRenewalDue, makeLock, renewLock } from '../../../src/deploy/lock.ts';
import { LeaseLostError, takeLease } from '../../../src/deploy/lease.ts';
import { readState } from '../../../src/deploy/observe.ts';
import { settle } from '../../../src/deploy/state.ts';
import { openMemoryCloud } from './memory-cloud.ts';
import { id, NOW } from './samples.ts';

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const lock = makeLock({ token: 't', owner: 'me', now: NOW });

test.each([
  [0, true],
  [180, true],
  [239, true],
  [240, false],
])('a lock that is not renewed blocks others for four minutes: after %i s %s', (seconds, held) => {
  expect(isHeld(lock, later(seconds))).toBe(held);
});

test('no lock is no obstacle', () => expect(isHeld(null, NOW)).toBe(false));

test('the holder renews after half of its three minutes', () => {
  expect([0, 89, 90, 500].map((s) => isRenewalDue(lock, later(s)))).toEqual([false, false, true, true]);
  expect(isHeld(renewLock(lock, later(90)), later(300))).toBe(true);
  expect(renewLock(lock, later(90))).toMatchObject({ token: 't', owner: 'me', since: lock.since });
});

describe('lease', () => {
  const open = () => {
    const time = { now: NOW };
    const cloud = openMemoryCloud(() => time.now);
    const take = async (token: string) =>
      takeLease(cloud.state, await readState(cloud.state), {
        release: id(1),
        command: 'deploy',
        owner: token,
        token,
        clock: () => time.now,
      });
    return { cloud, time, take };
  };
  const holder = async ({ cloud }: ReturnType<typeof open>) =>
    (await readState(cloud.state)).state.lock?.token;

  test('of two that start from the same state one wins', async () => {
    const stage = open();
    const results = await Promise.allSettled([stage.take('a'), stage.take('b')]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find((r) => r.status === 'rejected')?.reason).toBeInstanceOf(LeaseLostError);
    expect(results[(await holder(stage)) === 'a' ? 0 : 1]?.status).toBe('fulfilled');
  });

  test('keep() writes nothing before it is time, and once when many ask', async () => {
    const stage = open();
    const lease = await stage.take('a');
    const writes: string[] = [];
    stage.cloud.beforeWrite = (what) => void writes.push(what);
    await lease.keep();
    expect(writes).toEqual([]);
    stage.time.now = later(100);
    await Promise.all([lease.keep(), lease.keep(), lease.keep()]);
    expect(writes).toEqual(['write state/state.json']);
    expect((await readState(stage.cloud.state)).state.lock?.expires).toBe(later(280).toISOString());
  });

  test('whoever slept while the lock was taken stops, at the next step and at the next write', async () => {
    const stage = open();
    const slow = await stage.take('slow');
    stage.time.now = later(600);
    await stage.take('fast');
    await expect(slow.keep()).rejects.toBeInstanceOf(LeaseLostError);
    await expect(slow.write((state) => settle(state, () => true))).rejects.toBeInstanceOf(LeaseLostError);
    expect(await holder(stage)).toBe('fast');
  });

  test('whoever slept while nobody came goes on', async () => {
    const stage = open();
    const lease = await stage.take('a');
    stage.time.now = later(6000);
    await lease.keep();
    await lease.write((state) => ({ ...state, lock: null }));
    expect(await holder(stage)).toBeUndefined();
  });

  test('a write whose answer was lost is recognized as our own', async () => {
    const stage = open();
    const { write } = stage.cloud.state;
    // The SDK sends a request again when the answer does not come: the second meets the first.
    const twice: typeof write = async (...args) => {
      await write(...args);
      return write(...args);
    };
    const lease = await takeLease(
      { ...stage.cloud.state, write: twice },
      await readState(stage.cloud.state),
      {
        release: id(1),
        command: 'deploy',
        owner: 'a',
        token: 'a',
        clock: () => NOW,
      },
    );
    await lease.write((state) => ({ ...state, lock: null }));
    expect(await holder(stage)).toBeUndefined();
  });

  test('a failed write does not spoil the next one', async () => {
    const stage = open();
    const lease = await stage.take('a');
    stage.cloud.writesLeft = 0;
    await expect(lease.write((state) => state)).rejects.toThrow('gone');
    stage.cloud.writesLeft = 9;
    await lease.write((state) => ({ ...state, lock: null }));
    expect(await holder(stage)).toBeUndefined();
  });
});
