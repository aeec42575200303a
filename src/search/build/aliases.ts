import type { AliasGroups } from '../engine/aliases.ts';
import type { ContentEntries } from '../../content/entries.ts';
import { diagnose, type Diagnostic } from '../../diagnostics/index.ts';
import { keyOf, tokenize } from '../tokens/index.ts';

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
  const synonyms = (searchAliases?.data ?? []).map(({ words }) => words);
  const grouped = new Set(synonyms.flat().map(keyOf));
  const named = services.map(({ data: { name, shortName, reading, aliases, searchAliases: more } }) => ({
    heads: [name, shortName],
    // A word with a group of its own is a part of the service, and its group says more closely what it is.
    others: [reading, ...[...aliases, ...more].filter((word) => !grouped.has(keyOf(word)))],
  }));
  const terms = (glossary?.data ?? []).map(({ term, reading, aliases, searchAliases: more }) => [
    term,
    reading,
    ...aliases,
    ...more,
  ]);
  const names = named.flatMap(({ heads, others }): [string[], string[]][] => {
    const kept = normalizeAll(heads);
    const ofParts = normalizeAll(others).filter((other) => isPart(other, kept));
    return [
      [
        kept.filter((head) => !kept.some((h) => h !== head && head.includes(h))),
        normalizeAll(others).filter((other) => !ofParts.includes(other)),
      ],
      ...ofParts.map((part): [string[], string[]] => [[part], []]),
    ];
  });
  const words = [...terms, ...synonyms].map(normalizeAll).filter(({ length }) => length > 1);
  return { groups: { names, words }, diagnostics };
}

/** Whether a name is one of a part of a service, not of the service: CodeDeploy エージェント, ECS on Fargate. */
const isPart = (name: string, heads: readonly string[]): boolean =>
  !heads.includes(name) && heads.some((head) => name.includes(head) && !name.endsWith(head));

/** Each word once, in its one spelling; words without letters are left out. */
const normalizeAll = (words: readonly string[]): string[] =>
  [...new Set(words.map(keyOf))].filter((word) => tokenize(word).length > 0);
