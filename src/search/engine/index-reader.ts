import { chunkFile, type Catalogue } from '../layout.ts';
import { partOf, unpackWords } from '../packed-words.ts';
import type { Postings } from '../reader/pagefind-files.ts';
import type { Bundle } from './bundle.ts';
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

export function openIndex(catalogue: Catalogue, bundle: Bundle): IndexReader {
  const { groups, pages, release } = catalogue;
  const chunks = unpackWords(catalogue.chunks);
  const numberers = groups.map(([texts, kind, category]) => {
    let n = 0;
    return (): PageFacts => ({ id: `${texts}-${n++}`, kind: kind as PageKind, category });
  });
  const load = (chunk: number) => bundle.chunk(chunkFile(release, chunk));
  const chunkOf = (word: string) => Math.max(0, partOf(chunks, word));
  return {
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
