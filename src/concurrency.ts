/**
 * Maps with at most `limit` calls at a time; results keep the order of the items. After the first failure no further
 * call begins; the calls under way are waited for, so that nothing goes on behind the caller's back, and then the
 * failure is thrown.
 */
export async function mapConcurrently<T, R>(
  items: readonly T[],
  limit: number,
  map: (item: T) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(items.length);
  const queue = items.entries();
  let failed: { readonly error: unknown } | undefined;
  const work = async () => {
    for (const [i, item] of queue) {
      if (failed) return;
      try {
        results[i] = await map(item);
      } catch (error) {
        failed ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  if (failed) throw failed.error;
  return results;
}

/** Like `Promise.all`, but waits for every promise before it throws: nothing is under way when the caller goes on. */
export async function waitForAll<T extends readonly unknown[]>(promises: {
  readonly [K in keyof T]: Promise<T[K]>;
}): Promise<T> {
  const results = await Promise.allSettled(promises);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return Promise.all(promises) as unknown as Promise<T>;
}
