import { shardFile, type JsonRoom, type ShardContent, type Shards } from '../layout.ts';
import { unpackWords } from '../packed-words.ts';
import type { Bundle } from './bundle.ts';
import { cached } from './cached.ts';

/** A dictionary of which only those parts are loaded that are asked for. */
export interface Dictionary<V> {
  get(word: string): Promise<V | undefined>;
  /** All words that begin so, in order, whatever was loaded before. */
  startingWith(beginning: string): Promise<readonly (readonly [word: string, value: V])[]>;
}

/**
 * Opens a dictionary that is cut into parts.
 *
 * @param packed what each part begins with, in order: `packWords`
 */
export function openShards<V>(
  packed: string,
  load: (part: number) => Promise<ReadonlyMap<string, V>>,
): Dictionary<V> {
  const begin = unpackWords(packed);
  const partOf = (word: string) => begin.findLastIndex((first) => first <= word);
  return {
    async get(word) {
      const part = partOf(word);
      return part < 0 ? undefined : (await load(part)).get(word);
    },
    async startingWith(beginning) {
      const first = partOf(beginning);
      const parts = [...begin.keys()].filter((n) => n === first || begin[n]?.startsWith(beginning));
      const words = (await Promise.all(parts.map(load))).flatMap((part) => [...part]);
      return words.filter(([word]) => word.startsWith(beginning));
    },
  };
}

/** Opens a dictionary of JSON files. */
export const openJsonShards = <V extends string | number>(
  room: JsonRoom,
  shards: Shards,
  bundle: Bundle,
): Dictionary<V> =>
  openShards(
    shards.begin,
    cached(
      async (part) =>
        new Map(Object.entries(await bundle.json<ShardContent<V>>(shardFile(room, shards, part)))),
    ),
  );
