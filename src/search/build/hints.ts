import type { ContentEntries } from '../../content/entries.ts';
import { packSigns } from '../engine/likeness.ts';
import type { Hints } from '../layout.ts';
import type { PreparedPage } from './prepare.ts';

/**
 * Collects what sentences are compared with: the questions on the pages, and what the glossary says of its terms.
 *
 * @param pages in the order of the index
 */
export function collectHints(pages: readonly PreparedPage[], { services, glossary }: ContentEntries): Hints {
  const names = new Map(services.map(({ id, data }) => [id, data.shortName]));
  return {
    questions: pages.flatMap(({ questions }, page) =>
      // The heading says what all the questions are about.
      questions.map(
        ({ heading, asked, position }) => [page, position, packSigns([...asked, heading, heading])] as const,
      ),
    ),
    terms: (glossary?.data ?? []).map((entry) => {
      const said = [
        entry.term,
        entry.definition,
        ...entry.aliases,
        ...entry.searchAliases,
        ...entry.services.flatMap((slug) => names.get(slug) ?? []),
      ];
      return [entry.term, packSigns(said)];
    }),
  };
}
