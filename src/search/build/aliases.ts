import type { ContentEntries } from '../../content/entries.ts';
import { diagnose, type Diagnostic } from '../../diagnostics/index.ts';
import { keyOf, tokenize } from '../tokens/index.ts';

/** Groups of words that mean the same, normalised. */
export interface AliasGroups {
  /** The names of one service. */
  readonly names: readonly (readonly string[])[];
  /** Other ways to say one thing: the names of a term, synonyms, translations. */
  readonly words: readonly (readonly string[])[];
}

/**
 * Derives the groups of words that are searched together: the names of each service, the names of each term, and what
 * `search-aliases.yaml` says besides.
 */
export function deriveAliases({ services, glossary, searchAliases }: ContentEntries): {
  groups: AliasGroups;
  diagnostics: Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  for (const [g, { words }] of (searchAliases?.data ?? []).entries())
    for (const [w, word] of words.entries())
      if (searchAliases && tokenize(word).length === 0)
        diagnostics.push(diagnose('N604', searchAliases.yaml.locate([g, 'words', w]), { word }));
  const named = services.map(({ data: { name, shortName, reading, aliases, searchAliases: more } }) => [
    name,
    shortName,
    reading,
    ...aliases,
    ...more,
  ]);
  const terms = (glossary?.data ?? []).map(({ term, reading, aliases, searchAliases: more }) => [
    term,
    reading,
    ...aliases,
    ...more,
  ]);
  const synonyms = (searchAliases?.data ?? []).map(({ words }) => words);
  return {
    groups: { names: normalizeAll(named), words: normalizeAll([...terms, ...synonyms]) },
    diagnostics,
  };
}

/** Each group once, each word of it once, those without letters left out; a group of one says nothing. */
function normalizeAll(groups: readonly (readonly string[])[]): string[][] {
  const normalized = groups
    .map((words) => [...new Set(words.map(keyOf))].filter((word) => tokenize(word).length > 0))
    .filter((words) => words.length > 1);
  return [...new Map(normalized.map((words) => [JSON.stringify(words), words])).values()];
}
