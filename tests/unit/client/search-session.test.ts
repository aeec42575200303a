import { describe, expect, it } from 'vitest';
import { createSession, type Question, type SearchView } from '../../../src/client/search/session.ts';
import {
  SearchError,
  type Engine,
  type PageHit,
  type SearchOutcome,
} from '../../../src/search/engine/types.ts';

const question = (query: string, rest: Partial<Question> = {}): Question => ({
  query,
  category: '',
  kind: '',
  ...rest,
});

/** Engine whose searches end when the test says so. */
function createEngine() {
  const running = new Map<string, { answer: () => void; fail: (error: Error) => void }>();
  const asked: string[] = [];
  const engine: Engine = {
    search: (query, filters, signal) =>
      new Promise((resolve, reject) => {
        asked.push([query, ...(filters?.category ?? []), ...(filters?.kind ?? [])].join(' '));
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
        running.set(query, { answer: () => resolve(outcomeOf(query)), fail: reject });
      }),
  };
  return { engine, asked, running };
}

const hit = (title: string): PageHit => ({
  id: title,
  kind: 'service',
  category: undefined,
  approximate: false,
  load: () =>
    Promise.resolve({ title, url: '/', breadcrumb: [], category: undefined, kind: 'service', sections: [] }),
});

const outcomeOf = (query: string): SearchOutcome => ({
  query,
  results: [hit(`${query} 1`), hit(`${query} 2`), hit(`${query} 3`)],
  total: 3,
  approximate: false,
  facets: { category: new Map(), kind: new Map() },
});

function createStage(loads: () => Promise<Engine>) {
  const said: string[] = [];
  const retries: (() => void)[] = [];
  let dropped = 0;
  const view: SearchView = {
    showStart: () => said.push('start'),
    showBusy: () => said.push('busy'),
    showAnswer: ({ shown }) => said.push(shown.map(({ details }) => details.title).join(', ')),
    showFailure: (kind, retry) => {
      said.push(kind);
      retries.push(retry);
    },
  };
  const session = createSession({ view, loadEngine: loads, dropEngine: () => (dropped += 1) });
  return { session, said, retries, dropped: () => dropped };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('a search session', () => {
  it('answers the last question only, whichever answer comes first', async () => {
    const { engine, running } = createEngine();
    const { session, said } = createStage(() => Promise.resolve(engine));
    void session.ask(question('古い'), { count: 2 });
    await settle();
    void session.ask(question('新しい'), { count: 2 });
    await settle();
    running.get('新しい')?.answer();
    running.get('古い')?.answer();
    await settle();
    expect(said).toEqual(['新しい 1, 新しい 2']);
  });

  it('says nothing of a failure that nobody waits for', async () => {
    const { engine, running } = createEngine();
    const { session, said } = createStage(() => Promise.resolve(engine));
    void session.ask(question('古い'), { count: 1 });
    await settle();
    void session.ask(question(' '), { count: 1 });
    running.get('古い')?.fail(new SearchError('unavailable', 'x'));
    await settle();
    expect(said).toEqual(['start']);
  });

  it('hands filters over and leaves empty ones out', async () => {
    const { engine, asked } = createEngine();
    const { session } = createStage(() => Promise.resolve(engine));
    void session.ask(question('あ', { category: '分析', kind: 'service' }), { count: 1 });
    await settle();
    void session.ask(question('い'), { count: 1 });
    await settle();
    expect(asked).toEqual(['あ 分析 service', 'い']);
  });

  it('loads nothing of an answer as long as the reader may still be typing', async () => {
    const { engine, running } = createEngine();
    const { session, said } = createStage(() => Promise.resolve(engine));
    void session.ask(question('あ'), { count: 1, rest: 100 });
    await settle();
    running.get('あ')?.answer();
    await settle();
    expect(said).toEqual([]);
    await expect.poll(() => said).toEqual(['あ 1']);
  });

  it('tells a reader who waits that it is at work', async () => {
    const { engine, running } = createEngine();
    const { session, said } = createStage(() => Promise.resolve(engine));
    void session.ask(question('あ'), { count: 1 });
    await expect.poll(() => said).toEqual(['busy']);
    running.get('あ')?.answer();
    await expect.poll(() => said).toEqual(['busy', 'あ 1']);
  });

  it.each(['unavailable', 'stale', 'broken'] as const)('asks again after %s', async (kind) => {
    const { engine, running } = createEngine();
    const { session, said, retries, dropped } = createStage(() => Promise.resolve(engine));
    void session.ask(question('あ'), { count: 1 });
    await settle();
    running.get('あ')?.fail(new SearchError(kind, 'x'));
    await settle();
    retries[0]?.();
    await settle();
    running.get('あ')?.answer();
    await settle();
    expect(said).toEqual([kind, 'あ 1']);
    // Only an engine that broke is made anew.
    expect(dropped()).toBe(kind === 'broken' ? 1 : 0);
  });

  it('knows an engine that could not be loaded from an index that could not', async () => {
    const { session, said } = createStage(() => Promise.reject(new TypeError('Failed to fetch')));
    await session.ask(question('あ'), { count: 1 });
    expect(said).toEqual(['program']);
  });
});
