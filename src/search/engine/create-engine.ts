import type { TextWindow } from '../layout.ts';
import { createAliases, type AliasGroups } from './aliases.ts';
import { openBundle } from './bundle.ts';
import { loadDetails } from './details.ts';
import { findPages, type FoundPage } from './find.ts';
import { cached, openIndex } from './index-reader.ts';
import { createMatcher } from './match.ts';
import type { Vocabulary } from './spelling.ts';
import type { Engine, EngineOptions, PageHit, PageKind, SearchFilters } from './types.ts';

/**
 * Opens the search of a site: loads the list of pages and the words that mean the same.
 *
 * Rejects with a `SearchError`; a later call may succeed.
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const bundle = openBundle(options);
  const index = await openIndex(bundle);
  const aliases = createAliases(await bundle.json<AliasGroups>(index.entry.aliases));
  const loadVocabulary = cached((path: string) => bundle.json<Vocabulary>(path));
  const loadText = cached((path: string) => bundle.json<TextWindow>(path));
  const finder = {
    matcher: createMatcher(index, aliases),
    aliases,
    pageCount: index.pages.length,
    vocabulary: () => loadVocabulary(index.entry.vocabulary),
  };
  const toHit = (found: FoundPage): PageHit[] => {
    const facts = index.pages[found.page];
    if (!facts) return [];
    const load = cached((_: string) => loadDetails(facts, found, options.base, loadText));
    return [{ ...facts, approximate: found.approximate, load: () => load(facts.id) }];
  };
  return {
    async search(query, filters = {}, signal) {
      signal?.throwIfAborted();
      const { pages, suggestion } = await findPages(query, finder, signal);
      const all = pages.flatMap(toHit);
      const results = all.filter((hit) => passes(hit, filters));
      return {
        query,
        results,
        total: results.length,
        approximate: results.length > 0 && results.every(({ approximate }) => approximate),
        ...(suggestion !== undefined && { suggestion }),
        facets: {
          category: count(
            all.filter((hit) => passes(hit, { ...filters, category: [] })).map(({ category }) => category),
          ),
          kind: count<PageKind>(
            all.filter((hit) => passes(hit, { ...filters, kind: [] })).map(({ kind }) => kind),
          ),
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
