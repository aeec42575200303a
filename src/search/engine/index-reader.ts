import { shardFile, type Catalogue } from '../layout.ts';
import type { Postings } from '../reader/pagefind-files.ts';
import type { Bundle } from './bundle.ts';
import { openShards } from './shards.ts';
import type { PageKind } from './types.ts';

export interface PageFacts {
  readonly id: string;
  readonly kind: PageKind;
  readonly category: string | undefined;
}

/** The index, of which only those parts are loaded that a query needs. */
export interface IndexReader {
  /** By page number. */
  readonly pages: readonly PageFacts[];
  /** Where exactly this index word stands. */
  find(word: string): Promise<Postings>;
  /** Where any word stands that begins like this. All of them are seen, whatever was loaded before. */
  findPrefix(prefix: string): Promise<Postings>;
}

export function openIndex({ groups, pages, index }: Catalogue, bundle: Bundle): IndexReader {
  const words = openShards(index.begin, (part) => bundle.chunk(shardFile('index', index, part)));
  const numberers = groups.map(([texts, kind, category]) => {
    let n = 0;
    return (): PageFacts => ({ id: `${texts}-${n++}`, kind: kind as PageKind, category });
  });
  return {
    pages: pages.flatMap((group) => numberers[group]?.() ?? []),
    find: async (word) => (await words.get(word)) ?? new Map(),
    findPrefix: async (prefix) =>
      joinPostings((await words.startingWith(prefix)).map(([, postings]) => postings)),
  };
}

function joinPostings(all: readonly Postings[]): Postings {
  const byPage = Map.groupBy(
    all.flatMap((postings) => [...postings]),
    ([page]) => page,
  );
  return new Map(
    [...byPage].map(([page, parts]) => [
      page,
      parts.flatMap(([, places]) => places).sort(([a], [b]) => a - b),
    ]),
  );
}
