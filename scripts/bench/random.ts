/** A repeatable source of choices: the same seed gives the same corpus on every machine (mulberry32). */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  next(below: number): number;
  pick<T>(items: readonly T[]): T;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
  return {
    next,
    pick<T>(items: readonly T[]): T {
      const item = items[next(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}
