import type { Evaluation } from './evaluate.ts';
import type { Quality } from './metrics.ts';

const percent = (share: number): string => (share * 100).toFixed(1).padStart(6);
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;

const line = (name: string, { queries, ndcg10, recall10, mrr10, zero, wrongFirst }: Quality): string =>
  [
    name.padEnd(18),
    String(queries).padStart(4),
    ...[ndcg10, recall10, mrr10, zero, wrongFirst].map(percent),
  ].join(' ');

/** A table for people: this site's search, kind by kind, and Pagefind as it comes. */
export function reportEvaluation(own: Evaluation, baseline: Evaluation): string {
  const costs = (name: string, e: Evaluation) => [
    `${name}: 答えの無い質問への誤答 ${e.falseAnswers}/${e.unanswerable}`,
    `  通信 初回 ${kilobytes(e.firstQueryBytes.p50)} / ${kilobytes(e.firstQueryBytes.p95)}、次から ${kilobytes(e.nextQueryBytes.p50)} / ${kilobytes(e.nextQueryBytes.p95)}（p50 / p95）`,
    `  1 字ごと 順位まで ${e.resultsMs.p50} / ${e.resultsMs.p95} ms、抜粋まで ${e.excerptsMs.p50} / ${e.excerptsMs.p95} ms（p50 / p95）`,
  ];
  return [
    `${'%'.padEnd(18)}    n   nDCG Recall    MRR   zero  wrong`,
    ...Object.entries(own.kinds).map(([kind, quality]) => line(kind, quality)),
    line('この検索', own),
    line('Pagefind そのまま', baseline),
    '',
    ...costs('この検索', own),
    ...costs('Pagefind そのまま', baseline),
  ].join('\n');
}
