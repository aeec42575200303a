import type { ContentEntries } from '../../content/entries.ts';
import { diagnose, type Diagnostic } from '../../diagnostics/index.ts';
import { normalize, tokenize } from '../tokens/index.ts';

/** Words that mean the same to a searcher, normalised. */
export type AliasGroup = readonly string[];

/** One spelling of everything that is compared with a query: normalised, with single spaces. */
export const aliasKey = (text: string): string => normalize(text).text.replace(/\s+/g, ' ').trim();

/**
 * Derives the groups of words that are searched together: the names of each service, the names of each term, and what
 * `search-aliases.yaml` says besides.
 */
export function deriveAliases({ services, glossary, searchAliases }: ContentEntries): {
  groups: AliasGroup[];
  diagnostics: Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  for (const [g, { words }] of (searchAliases?.data ?? []).entries())
    for (const [w, word] of words.entries())
      if (searchAliases && tokenize(word).length === 0)
        diagnostics.push(diagnose('N604', searchAliases.yaml.locate([g, 'words', w]), { word }));
  const named = [
    ...services.map(({ data: { name, shortName, reading, aliases, searchAliases: more } }) => [
      name,
      shortName,
      reading,
      ...aliases,
      ...more,
    ]),
    ...(glossary?.data ?? []).map(({ term, reading, aliases, searchAliases: more }) => [
      term,
      reading,
      ...aliases,
      ...more,
    ]),
    ...(searchAliases?.data ?? []).map(({ words }) => words),
  ];
  const groups = named
    .map((words) => [...new Set(words.map(aliasKey))].filter((word) => tokenize(word).length > 0))
    .filter((words) => words.length > 1)
    .map((words) => ({ id: JSON.stringify(words), words }));
  return {
    groups: [...new Map(groups.map(({ id, words }) => [id, words])).values()],
    diagnostics,
  };
}
