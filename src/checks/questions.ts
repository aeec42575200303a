import { diagnose, type Diagnostic, type SourcePosition } from '../diagnostics/index.ts';
import type { Check } from './check.ts';
import { placeOf, spellingOf } from './twins.ts';

const FIELDS = ['questions', 'searchQuestions'] as const;

/** A question leads to one answer: asked in two places, one of the two says it less exactly than it could. */
export const checkQuestions: Check = ({ entries }) => {
  const asked = new Map<string, SourcePosition>();
  return [...entries.notes, ...entries.comparisons].flatMap(({ data, yaml }) =>
    FIELDS.flatMap((field) =>
      data[field].flatMap((question, i): Diagnostic[] => {
        const source = yaml.locate([field, i]);
        const key = spellingOf(question);
        const other = asked.get(key);
        if (other) return [diagnose('N415', source, { question, other: placeOf(other) }, 'warning')];
        asked.set(key, source);
        return [];
      }),
    ),
  );
};
