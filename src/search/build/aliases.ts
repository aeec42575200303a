import type { ContentEntries } from '../../content/entries.ts';
import { diagnose, type Diagnostic } from '../../diagnostics/index.ts';
import { keyOf, tokenize } from '../tokens/index.ts';
import type { AliasGroups } from './other-words.ts';

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
  const terms = (glossary?.data ?? []).map(({ term, reading, aliases, searchAliases: more }) => [
    term,
    reading,
    ...aliases,
    ...more,
  ]);
  const names = services.flatMap(({ data }): [string[], string[]][] => {
    const heads = normalizeAll([data.name, data.shortName]);
    const others = normalizeAll([
      data.reading,
      ...data.aliases,
      ...data.searchAliases,
      ...spellApart(data.shortName),
    ]);
    // What has a group of its own is a part of the service, too, and its group says more closely what it is.
    const ofParts = others.filter((other) => grouped.has(other) || isPart(other, heads));
    return [
      [
        heads.filter((head) => !heads.some((h) => h !== head && head.includes(h))),
        others.filter((other) => !ofParts.includes(other)),
      ],
      ...[...normalizeAll(data.features), ...ofParts].map((part): [string[], string[]] => [[part], []]),
    ];
  });
  const words = [...terms, ...synonyms].map(normalizeAll).filter(({ length }) => length > 1);
  return { groups: { names, words }, diagnostics };
}

/** A name as it is typed by who hears two words in it: CloudWatch as Cloud Watch. */
const spellApart = (name: string): string[] => {
  const apart = name.replace(/(?<=[a-z])(?=[A-Z][A-Za-z])/g, ' ');
  return apart === name ? [] : [apart];
};

/** Whether a name is one of a part of a service, not of the service: CodeDeploy エージェント, ECS on Fargate. */
const isPart = (name: string, heads: readonly string[]): boolean =>
  !heads.includes(name) && heads.some((head) => name.includes(head) && !name.endsWith(head));

/** Each word once, in its one spelling; words without letters are left out. */
const normalizeAll = (words: readonly string[]): string[] =>
  [...new Set(words.map(keyOf))].filter((word) => tokenize(word).length > 0);
