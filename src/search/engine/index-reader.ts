import { ENTRY_FILE, FORMAT, LANGUAGE, type EntryAdditions, type Facets } from '../layout.ts';
import { readChunk, readMeta, type IndexChunk, type PagePositions } from '../reader/pagefind-files.ts';
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

/** Opens the index: entry, list of pages, facets. Rejects with a `SearchError`. */
export async function openIndex(bundle: Bundle): Promise<IndexReader> {
  const entry = await bundle.json<EntryFile>(ENTRY_FILE);
  if (entry.format !== FORMAT) throw new SearchError('stale', `format ${entry.format}`);
  const hash = entry.languages[LANGUAGE]?.hash ?? '';
  const [meta, facets] = await Promise.all([
    bundle.packed(`pagefind.${hash}.pf_meta`, (bytes) => readMeta(bytes, LANGUAGE)),
    bundle.json<Facets>(entry.facets),
  ]);
  const load = cached(({ name }: IndexChunk) => bundle.packed(`index/${name}.pf_index`, readChunk));
  return {
    entry,
    pages: meta.pages.map((id, page) => ({
      id,
      kind: facets[page]?.[0] as PageKind,
      category: facets[page]?.[1],
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
