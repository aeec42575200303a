import { chunkFile, ENTRY_FILE, FORMAT, type Catalogue, type Entry } from '../layout.ts';
import { unpackWords } from '../packed-words.ts';
import { readChunk, type Postings } from '../reader/pagefind-files.ts';
import type { Bundle } from './bundle.ts';
import { SearchError, type PageKind } from './types.ts';

export interface PageFacts {
  readonly id: string;
  readonly kind: PageKind;
  readonly category: string | undefined;
}

/** The index, of which only those parts are loaded that a query needs. */
export interface IndexReader {
  readonly entry: Entry;
  /** By page number. */
  readonly pages: readonly PageFacts[];
  /** Where exactly this index word stands. */
  find(word: string): Promise<Postings>;
  /** Where any word stands that begins like this. All of them are seen, whatever was loaded before. */
  findPrefix(prefix: string): Promise<Postings>;
}

/** Opens the index: entry and catalogue. Rejects with a `SearchError`. */
export async function openIndex(bundle: Bundle): Promise<IndexReader> {
  const entry = await bundle.json<Entry>(ENTRY_FILE);
  if (entry.format !== FORMAT) throw new SearchError('stale', `format ${entry.format}`);
  const { groups, pages, release, chunks: packed } = await bundle.json<Catalogue>(entry.catalogue);
  const chunks = unpackWords(packed);
  const numberers = groups.map(([texts, kind, category]) => {
    let n = 0;
    return (): PageFacts => ({ id: `${texts}-${n++}`, kind: kind as PageKind, category });
  });
  const load = cached((chunk: number) => bundle.packed(chunkFile(release, chunk), readChunk));
  const chunkOf = (word: string) =>
    Math.max(
      0,
      chunks.findLastIndex((from) => from <= word),
    );
  return {
    entry,
    pages: pages.flatMap((group) => numberers[group]?.() ?? []),
    find: async (word) => (await load(chunkOf(word))).get(word) ?? new Map(),
    async findPrefix(prefix) {
      const first = chunkOf(prefix);
      const found = [...chunks.keys()].filter((n) => n === first || chunks[n]?.startsWith(prefix));
      const words = (await Promise.all(found.map(load))).flatMap((chunk) => [...chunk]);
      return joinPostings(words.filter(([word]) => word.startsWith(prefix)).map(([, postings]) => postings));
    },
  };
}

/** Keeps what was loaded; what failed is loaded again next time. */
export function cached<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const known = new Map<K, Promise<V>>();
  return (key) => {
    const found = known.get(key);
    if (found) return found;
    const loading = load(key);
    known.set(key, loading);
    loading.catch(() => known.delete(key));
    return loading;
  };
}

function joinPostings(all: readonly Postings[]): Postings {
  if (all.length === 1) return all[0] ?? new Map();
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
