import type {
  Engine,
  PageDetails,
  PageHit,
  PageKind,
  SearchErrorKind,
  SearchOutcome,
} from '../../search/engine/types.ts';

/** What the reader asks for. Empty filters filter nothing. */
export interface Question {
  readonly query: string;
  /** Label of a category, as pages show it. */
  readonly category: string;
  readonly kind: PageKind | '';
}

export interface Answer {
  readonly question: Question;
  readonly outcome: SearchOutcome;
  /** The first of the outcome's results, with what they say. */
  readonly shown: readonly { readonly hit: PageHit; readonly details: PageDetails }[];
}

/**
 * Why there is no answer: what the engine says, or `program`, when the engine itself could not be fetched. Browsers keep
 * that failure for as long as the page stays.
 */
export type FailureKind = SearchErrorKind | 'program';

/** Where answers appear. Of several questions only the last one is ever answered. */
export interface SearchView {
  /** Nothing is asked. */
  showStart(): void;
  /** The answer takes so long that the reader wonders. */
  showBusy(): void;
  showAnswer(answer: Answer): void;
  showFailure(kind: FailureKind, retry: () => void): void;
}

export interface SessionOptions {
  readonly view: SearchView;
  /** The engine, made anew after it broke. */
  readonly loadEngine: () => Promise<Engine>;
  readonly dropEngine: () => void;
}

export interface AskOptions {
  /** How many pages to show. */
  readonly count: number;
  /** Milliseconds in which another question may follow, so that what this one finds is not worth loading yet. */
  readonly rest?: number;
}

export interface Session {
  ask(question: Question, options: AskOptions): Promise<void>;
  /** Forgets the question that is being answered. */
  stop(): void;
}

/** Milliseconds after which a reader is told that the search is still at work. */
const PATIENCE = 250;

/** Asks the engine one question after another; an answer that comes too late is dropped. */
export function createSession({ view, loadEngine, dropEngine }: SessionOptions): Session {
  let asked: AbortController | undefined;

  async function ask(question: Question, options: AskOptions): Promise<void> {
    asked?.abort();
    asked = undefined;
    if (question.query.trim() === '') return view.showStart();
    const { signal } = (asked = new AbortController());
    const busy = setTimeout(() => view.showBusy(), PATIENCE);
    signal.addEventListener('abort', () => clearTimeout(busy));
    try {
      const answer = await find(question, options, signal);
      if (!signal.aborted) view.showAnswer(answer);
    } catch (error) {
      if (signal.aborted) return;
      const kind = kindOf(error);
      if (kind === 'broken') dropEngine();
      view.showFailure(kind, () => void ask(question, options));
    } finally {
      clearTimeout(busy);
    }
  }

  async function find(
    question: Question,
    { count, rest = 0 }: AskOptions,
    signal: AbortSignal,
  ): Promise<Answer> {
    const rested = new Promise((resolve) => setTimeout(resolve, rest));
    const engine = await loadEngine();
    signal.throwIfAborted();
    const filters = {
      ...(question.category && { category: [question.category] }),
      ...(question.kind && { kind: [question.kind] }),
    };
    const outcome = await engine.search(question.query, filters, signal);
    await rested;
    signal.throwIfAborted();
    const shown = await Promise.all(
      outcome.results.slice(0, count).map(async (hit) => ({ hit, details: await hit.load() })),
    );
    return { question, outcome, shown };
  }

  return { ask, stop: () => asked?.abort() };
}

/** Whatever is not an error of the engine's own kept it from being made. */
const kindOf = (error: unknown): FailureKind =>
  (error as { readonly kind?: SearchErrorKind }).kind ?? 'program';
