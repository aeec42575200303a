import { z } from 'zod';
import { MARKED, type SearchPage } from '../pages/search-page.ts';

/** A judged query: what was typed, and a rule over page texts that says which pages answer it. */
const judgedQuerySchema = z.object({
  id: z.string(),
  query: z.string(),
  kind: z.string(),
  rule: z.object({ any: z.array(z.array(z.string())) }),
});
export const queryFileSchema = z.object({ queries: z.array(judgedQuerySchema) });
export type JudgedQuery = z.output<typeof judgedQuerySchema>;

/** How well a page answers: 3 in its title, 2 under a heading that says it, 1 in a section, 0 not. */
export type Grade = 0 | 1 | 2 | 3;

/** Queries of this kind ask for what the site does not have. */
export const UNANSWERABLE = 'no_answer';

interface JudgedPage {
  readonly path: string;
  readonly title: string;
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
}

const normalize = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

/** A page by its title, headings and texts, as the rules see it. */
function toJudged({ path, title, sections }: SearchPage): JudgedPage {
  const judged: { heading: string; text: string }[] = [];
  for (const { heading = title, level, blocks } of sections) {
    const last = judged.at(-1);
    if (level === MARKED && last) last.text += ` \n ${normalize([heading, ...blocks].join(' \n '))}`;
    else judged.push({ heading: normalize(heading), text: normalize(blocks.join(' \n ')) });
  }
  return { path, title: normalize(title), sections: judged };
}

/** A term of a rule: `w:` a whole ASCII word, `k:` the start of a katakana word, anything else a part of the text. */
function toTest(term: string): (text: string) => boolean {
  const [, mark, word = ''] = /^(w:|k:)?(.*)$/s.exec(term) ?? [];
  const escaped = normalize(word).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (mark === 'w:') return (text) => new RegExp(`(?<![a-z0-9_])${escaped}(?![a-z0-9_])`).test(text);
  if (mark === 'k:') return (text) => new RegExp(`(?<![ァ-ヺー])${escaped}`).test(text);
  return (text) => text.includes(normalize(word));
}

/** The pages that answer a query, by path. */
export type Judgement = ReadonlyMap<string, Grade>;

/** Applies the rules of judged queries to the pages of a site. */
export function judge(
  queries: readonly JudgedQuery[],
  pages: readonly SearchPage[],
): Map<JudgedQuery, Judgement> {
  const judged = pages.map(toJudged);
  return new Map(
    queries.map((query) => {
      const alternatives = query.rule.any.map((terms) => terms.map(toTest));
      const grades = judged.map((page): [string, Grade] => [page.path, gradeOf(page, alternatives)]);
      return [query, new Map(grades.filter(([, grade]) => grade > 0))];
    }),
  );
}

type Test = (text: string) => boolean;

function gradeOf({ title, sections }: JudgedPage, alternatives: readonly (readonly Test[])[]): Grade {
  let best: Grade = 0;
  for (const tests of alternatives) {
    // A title is the context of each section, but one word alone must stand in the section itself.
    const context = tests.length > 1 ? title : '';
    if (tests.every((test) => test(title))) return 3;
    for (const { heading, text } of sections) {
      if (!tests.every((test) => test(heading) || test(text) || test(context))) continue;
      const prominent = tests.some((test) => test(heading) || test(context));
      best = Math.max(best, prominent ? 2 : 1) as Grade;
    }
  }
  return best;
}
