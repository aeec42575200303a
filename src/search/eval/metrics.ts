import type { Grade, Judgement } from './judge.ts';

/** What a search showed for one query. */
export interface Shown {
  /** Paths of pages, best first, each once. */
  readonly pages: readonly string[];
  /** How many of the pages were not marked as near results. */
  readonly unmarked: number;
}

/** Quality over a set of queries; all but the counts between 0 and 1. */
export interface Quality {
  readonly queries: number;
  readonly recall10: number;
  readonly mrr10: number;
  readonly ndcg10: number;
  /** Share of the queries without any result. */
  readonly zero: number;
  /** Share of the queries whose first result does not answer. */
  readonly wrongFirst: number;
}

const DEPTH = 10;
const gain = (grade: Grade): number => 2 ** grade - 1;
const discounted = (grades: readonly Grade[]): number =>
  grades.reduce<number>((sum, grade, i) => sum + gain(grade) / Math.log2(i + 2), 0);

/** Measures answerable queries: each with its judgement, which holds one page at least, and what was shown. */
export function measure(answers: readonly { judgement: Judgement; shown: Shown }[]): Quality {
  const each = answers.map(({ judgement, shown }) => {
    const top = shown.pages.slice(0, DEPTH).map((path): Grade => judgement.get(path) ?? 0);
    const first = top.findIndex((grade) => grade > 0);
    const ideal = [...judgement.values()].sort((a, b) => b - a).slice(0, DEPTH);
    return {
      recall10: top.filter((grade) => grade > 0).length / Math.min(DEPTH, judgement.size),
      mrr10: first < 0 ? 0 : 1 / (first + 1),
      ndcg10: discounted(top) / discounted(ideal),
      zero: shown.pages.length === 0 ? 1 : 0,
      wrongFirst: shown.pages.length > 0 && top[0] === 0 ? 1 : 0,
    };
  });
  const mean = (pick: (one: (typeof each)[number]) => number): number =>
    each.length === 0 ? 0 : round(each.reduce((sum, one) => sum + pick(one), 0) / each.length);
  return {
    queries: each.length,
    recall10: mean(({ recall10 }) => recall10),
    mrr10: mean(({ mrr10 }) => mrr10),
    ndcg10: mean(({ ndcg10 }) => ndcg10),
    zero: mean(({ zero }) => zero),
    wrongFirst: mean(({ wrongFirst }) => wrongFirst),
  };
}

/** The value below which a share of all values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;
