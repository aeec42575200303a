import { UNANSWERABLE, type Judgement, type JudgedQuery } from './judge.ts';
import type { OpenSearch, SearchDriver } from './driver.ts';
import { measure, percentile, type Quality, type Shown } from './metrics.ts';

interface Spread {
  readonly p50: number;
  readonly p95: number;
}

/** What was measured of one search. */
export interface Evaluation extends Quality {
  /** Queries for what the site does not have that got a result which was not marked as near, of how many. */
  readonly falseAnswers: number;
  readonly unanswerable: number;
  /** Bytes over the wire with ten excerpts: in a fresh browser, and for each further query. */
  readonly firstQueryBytes: Spread;
  readonly nextQueryBytes: Spread;
  /** Milliseconds from a key to ordered results, and to ten excerpts, everything loaded. */
  readonly resultsMs: Spread;
  readonly excerptsMs: Spread;
  readonly kinds: Readonly<Record<string, Quality>>;
}

/** One query in this many is asked in a fresh browser, and typed letter by letter. */
const SAMPLE = 6;
const TYPED = { queries: 30, least: 3, most: 14 } as const;

/**
 * Asks all judged queries that have an answer on the site, and those that must have none.
 *
 * @param tell called with the number of queries done and the number of all
 */
export async function evaluate(
  judgements: ReadonlyMap<JudgedQuery, Judgement>,
  driver: SearchDriver,
  tell: (done: number, all: number) => void,
): Promise<Evaluation> {
  const answerable = [...judgements].filter(([query, { size }]) => query.kind !== UNANSWERABLE && size > 0);
  const unanswerable = [...judgements].filter(
    ([query, { size }]) => query.kind === UNANSWERABLE && size === 0,
  );
  const asked = [...answerable, ...unanswerable];
  const shown = new Map<JudgedQuery, Shown>();
  const search = await driver.open();
  for (const [i, [query]] of asked.entries()) {
    shown.set(query, await search.ask(query.query));
    tell(i + 1, asked.length);
  }
  await search.close();
  const answers = answerable.map(([{ id, kind, query }, judgement]) => ({ id, kind, query, judgement }));
  const withShown = answers.map((answer, i) => ({
    ...answer,
    shown: shown.get(answerable[i]?.[0] as JudgedQuery) as Shown,
  }));
  const sample = answerable.filter((_, i) => i % SAMPLE === 0).map(([{ query }]) => query);
  return {
    ...measure(withShown),
    falseAnswers: unanswerable.filter(([query]) => (shown.get(query)?.unmarked ?? 0) > 0).length,
    unanswerable: unanswerable.length,
    ...(await measureBytes(sample, driver)),
    ...(await measureTyping(sample, driver)),
    kinds: Object.fromEntries(
      [...Map.groupBy(withShown, ({ kind }) => kind)].map(([kind, some]) => [kind, measure(some)]),
    ),
  };
}

async function measureBytes(queries: readonly string[], driver: SearchDriver) {
  const bytesOf = async (search: OpenSearch, query: string) => {
    await search.ask(query);
    return search.takeBytes();
  };
  const first: number[] = [];
  for (const query of queries) {
    const search = await driver.open();
    first.push(await bytesOf(search, query));
    await search.close();
  }
  const search = await driver.open();
  const next: number[] = [];
  for (const query of queries) next.push(await bytesOf(search, query));
  await search.close();
  return { firstQueryBytes: spread(first), nextQueryBytes: spread(next.slice(1)) };
}

async function measureTyping(queries: readonly string[], driver: SearchDriver) {
  const typed = queries
    .filter(({ length }) => length >= TYPED.least && length <= TYPED.most)
    .slice(0, TYPED.queries);
  const search = await driver.open();
  // Once to load what they need, once to measure.
  for (const query of typed) await search.type(query);
  const times = [];
  for (const query of typed) times.push(...(await search.type(query)));
  await search.close();
  return {
    resultsMs: spread(times.map(({ results }) => results)),
    excerptsMs: spread(times.map(({ excerpts }) => excerpts)),
  };
}

const spread = (values: readonly number[]): Spread => ({
  p50: Math.round(percentile(values, 0.5) * 10) / 10,
  p95: Math.round(percentile(values, 0.95) * 10) / 10,
});
