import { diagnose, type Diagnostic, type SourcePosition } from '../diagnostics/index.ts';
import type { Check, CheckedContent } from './check.ts';
import { placeOf, spellingOf } from './twins.ts';

/** A question leads to one answer: asked in two places, one of the two says it less exactly than it could. */
export const checkQuestions: Check = ({ entries }) => {
  const asked = new Map<string, SourcePosition>();
  return listQuestions(entries).flatMap(({ question, source }): Diagnostic[] => {
    const key = spellingOf(question);
    const other = asked.get(key);
    if (other) return [diagnose('N415', source, { question, other: placeOf(other) }, 'warning')];
    asked.set(key, source);
    return [];
  });
};

/** Those that readers see, and then those that only the search knows. */
function listQuestions({ notes, comparisons, searchHints }: CheckedContent['entries']) {
  const shown = [...notes, ...comparisons].flatMap(({ data: { questions }, yaml }) =>
    questions.map((question, i) => ({ question, source: yaml.locate(['questions', i]) })),
  );
  const hidden = searchHints.flatMap(({ data, yaml }) =>
    Object.entries(data).flatMap(([anchor, { asked }]) =>
      asked.map((question, i) => ({ question, source: yaml.locate([anchor, 'asked', i]) })),
    ),
  );
  return [...shown, ...hidden];
}
