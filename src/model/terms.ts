import type { ContentEntries } from '../content/entries.ts';
import type { LinkedTerm } from '../markdown/term-matcher.ts';
import { namesOf } from '../schema/index.ts';
import { paths } from './paths.ts';

/** The names that become links in running text: of services first, then of glossary terms. */
export function deriveLinkedTerms(entries: ContentEntries): LinkedTerm[] {
  const services = entries.services.flatMap(({ id, data }) =>
    unique(namesOf(data)).map((text): LinkedTerm => ({
      text,
      path: paths.service(id),
      kind: 'service',
    })),
  );
  const terms = (entries.glossary?.data ?? []).flatMap((term) =>
    unique([term.term, ...term.aliases]).map((text): LinkedTerm => ({
      text,
      path: paths.term(term.id),
      kind: 'term',
    })),
  );
  return [...services, ...terms];
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];
