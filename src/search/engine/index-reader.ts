import { ENTRY_FILE, FORMAT, LANGUAGE, type EntryAdditions } from '../layout.ts';
import {
  readChunk,
  readFilter,
  readMeta,
  type IndexChunk,
  type PagePositions,
} from '../reader/pagefind-files.ts';
import type { Bundle } from './bundle.ts';
import { SearchError, type PageKind } from './types.ts';

/** Where a word stands, page by page. */
export type Postings = readonly PagePositions[];

export interface PageFacts {
  readonly id: string;
  readonly kind: PageKind;
  readonly category: string | undefined;
}

/** The index, of which only those parts are loaded that a query needs. */
export interface IndexReader {
  readonly entry: EntryAdditions;
  /** By page number. */
  readonly pages: readonly PageFacts[];
  /** Where exactly this index word stands. */
  find(word: string): Promise<Postings>;
  /** Where any word stands that begins like this. All of them are seen, whatever was loaded before. */
  findPrefix(prefix: string): Promise<Postings>;
}

interface EntryFile extends EntryAdditions {
  readonly languages: Readonly<Record<string, { readonly hash: string }>>;
}

/** Opens the index: entry, list of pages, filters. Rejects with a `SearchError`. */
export async function openIndex(bundle: Bundle): Promise<IndexReader> {
  const entry = await bundle.json<EntryFile>(ENTRY_FILE);
  if (entry.format !== FORMAT) throw new SearchError('stale', `format ${entry.format}`);
  const hash = entry.languages[LANGUAGE]?.hash ?? '';
  const meta = await bundle.packed(`pagefind.${hash}.pf_meta`, (bytes) => readMeta(bytes, LANGUAGE));
  const filters = await Promise.all(
    meta.filters.map(async ({ filter, name }): Promise<[string, readonly string[]]> => [
      filter,
      byPage(await bundle.packed(`filter/${name}.pf_filter`, readFilter)),
    ]),
  );
  const valueOf = (filter: string, page: number) => new Map(filters).get(filter)?.[page];
  const load = cached(({ name }: IndexChunk) => bundle.packed(`index/${name}.pf_index`, readChunk));
  return {
    entry,
    pages: meta.pages.map((id, page) => ({
      id,
      kind: valueOf('kind', page) as PageKind,
      category: valueOf('category', page),
    })),
    async find(word) {
      const chunk = meta.chunks.findLast(({ from }) => from <= word);
      return (chunk && (await load(chunk)).get(word)) ?? [];
    },
    async findPrefix(prefix) {
      const first = Math.max(
        0,
        meta.chunks.findLastIndex(({ from }) => from <= prefix),
      );
      const chunks = meta.chunks.filter(({ from }, i) => i === first || from.startsWith(prefix));
      const words = (await Promise.all(chunks.map(load))).flatMap((chunk) => [...chunk]);
      return joinPostings(words.filter(([word]) => word.startsWith(prefix)).map(([, postings]) => postings));
    },
  };
}

function byPage(pagesOf: ReadonlyMap<string, readonly number[]>): string[] {
  const values: string[] = [];
  for (const [value, pages] of pagesOf) for (const page of pages) values[page] = value;
  return values;
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
  if (all.length === 1) return all[0] ?? [];
  const byPage = Map.groupBy(all.flat(), ({ page }) => page);
  return [...byPage].map(([page, parts]) => {
    const pairs = parts
      .flatMap(({ positions, weights }) => positions.map((at, i): [number, number] => [at, weights[i] ?? 0]))
      .sort((a, b) => a[0] - b[0]);
    return { page, positions: pairs.map(([at]) => at), weights: pairs.map(([, weight]) => weight) };
  });
}
