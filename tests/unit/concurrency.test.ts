import { expect, test } from 'vitest';
import { mapConcurrently, waitForAll } from '../../src/concurrency.ts';

const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

test('keeps the order and the limit', async () => {
  let running = 0;
  let most = 0;
  const results = await mapConcurrently(
    Array.from({ length: 50 }, (_, i) => i),
    8,
    async (i) => {
      running += 1;
      most = Math.max(most, running);
      for (let k = 0; k < (i % 5) + 1; k += 1) await pause();
      running -= 1;
      return i * 2;
    },
  );
  expect(results).toEqual(Array.from({ length: 50 }, (_, i) => i * 2));
  expect(most).toBe(8);
});

test('after a failure nothing begins, and what was under way has ended', async () => {
  const begun: number[] = [];
  let ended = 0;
  const work = mapConcurrently(
    Array.from({ length: 50 }, (_, i) => i),
    8,
    async (i) => {
      begun.push(i);
      if (i === 3) throw new Error('third');
      await pause();
      await pause();
      ended += 1;
    },
  );
  await expect(work).rejects.toThrow('third');
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(ended).toBe(7);
});

test('the first failure is the one that is told; even when it is undefined', async () => {
  await expect(mapConcurrently([1, 2], 8, async (i) => Promise.reject(new Error(String(i))))).rejects.toThrow(
    '1',
  );
  await expect(mapConcurrently([1], 8, () => Promise.reject(undefined))).rejects.toBeUndefined();
});

test('nothing of nothing', async () => expect(await mapConcurrently([], 8, async () => 1)).toEqual([]));

test('waitForAll waits for the slow ones before it throws', async () => {
  let slow = false;
  const work = waitForAll([
    Promise.reject(new Error('fast')),
    pause()
      .then(pause)
      .then(() => {
        slow = true;
      }),
  ]);
  await expect(work).rejects.toThrow('fast');
  expect(slow).toBe(true);
  expect(await waitForAll([Promise.resolve(1), Promise.resolve('a')])).toEqual([1, 'a']);
});
