import { ENTRY_FILE, FORMAT, type Catalogue } from '../layout.ts';
import { createAliases } from './aliases.ts';
import { openBundle } from './bundle.ts';
import { cached } from './cached.ts';
import { loadDetails } from './details.ts';
import { findPages } from './find.ts';
import type { Finder, FoundPage } from './finder.ts';
import { openIndex, type PageFacts } from './index-reader.ts';
import { createMatcher } from './match.ts';
import { createSpeller } from './okurigana.ts';
import { openJsonShards } from './shards.ts';
import {
  SearchError,
  type Engine,
  type EngineOptions,
  type PageHit,
  type PageKind,
  type SearchFilters,
} from './types.ts';

/**
 * Opens the search of a site: loads the list of pages, and of the files in which a question looks things up.
 *
 * Rejects with a `SearchError`; a later call may succeed.
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const bundle = openBundle(options);
  const catalogue = await bundle.json<Catalogue>(ENTRY_FILE);
  if (catalogue.format !== FORMAT) throw new SearchError('stale', `format ${catalogue.format}`);
  const index = openIndex(catalogue, bundle);
  const aliases = createAliases(openJsonShards('aliases', catalogue.aliases, bundle));
  const finder: Finder = {
    matcher: createMatcher(index, aliases, createSpeller(catalogue.okurigana)),
    aliases,
    pageCount: index.pages.length,
    vocabulary: openJsonShards('vocabulary', catalogue.vocabulary, bundle),
    bundle,
    hints: catalogue.hints,
  };
  const toHit = (found: FoundPage): PageHit[] => {
    const facts = index.pages[found.page];
    if (!facts) return [];
    const load = cached((page: PageFacts) => loadDetails(page, found, options.base, bundle));
    return [{ ...facts, approximate: found.approximate, load: () => load(facts) }];
  };
  return {
    async search(query, filters = {}, signal) {
      signal?.throwIfAborted();
      const { pages, suggestion } = await findPages(query, finder, signal);
      const all = pages.flatMap(toHit);
      const passing = (chosen: SearchFilters) => all.filter((hit) => passes(hit, chosen));
      const results = passing(filters);
      return {
        query,
        results,
        total: results.length,
        approximate: results.length > 0 && results.every(({ approximate }) => approximate),
        ...(suggestion !== undefined && { suggestion }),
        facets: {
          category: count(passing({ ...filters, category: [] }).map(({ category }) => category)),
          kind: count<PageKind>(passing({ ...filters, kind: [] }).map(({ kind }) => kind)),
        },
      };
    },
  };
}

const passes = ({ category, kind }: PageHit, filters: SearchFilters): boolean =>
  (!filters.category?.length || (category !== undefined && filters.category.includes(category))) &&
  (!filters.kind?.length || filters.kind.includes(kind));

function count<T extends string>(values: readonly (T | undefined)[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
