import { diagnose, type Diagnostic, type SourcePosition } from '../diagnostics/index.ts';
import type { Check } from './check.ts';
import { placeOf, spellingOf } from './twins.ts';

/**
 * A name that becomes a link leads to one place only. Names that are only searched for (`searchAliases`) may be
 * shared: the searcher sees both answers.
 */
export const checkNames: Check = ({ entries }) => {
  const owners = new Map<string, { owner: string; source: SourcePosition }>();
  const findings: Diagnostic[] = [];
  const claim = (name: string, owner: string, source: SourcePosition) => {
    const key = spellingOf(name);
    const other = owners.get(key);
    if (!other) owners.set(key, { owner, source });
    else if (other.owner !== owner)
      findings.push(diagnose('N405', source, { name, other: placeOf(other.source) }));
  };

  for (const { id, data, yaml } of entries.services) {
    const owner = `services/${id}`;
    claim(data.name, owner, yaml.locate(['name']));
    claim(data.shortName, owner, yaml.locate(['shortName']));
    for (const field of ['aliases', 'features'] as const)
      data[field].forEach((name, i) => claim(name, owner, yaml.locate([field, i])));
  }
  const { glossary } = entries;
  glossary?.data.forEach((term, i) => {
    const owner = `glossary/${term.id}`;
    claim(term.term, owner, glossary.yaml.locate([i, 'term']));
    term.aliases.forEach((alias, j) => claim(alias, owner, glossary.yaml.locate([i, 'aliases', j])));
  });
  return findings;
};
