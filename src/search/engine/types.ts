import type { PageKind } from '../../schema/index.ts';

export type { PageKind };

export interface EngineOptions {
  /** Where the site begins, with slashes at both ends: `/` or `/kb/`. The index lies in `pagefind/` below it. */
  readonly base: string;
  /** Replaced in tests; `globalThis.fetch` otherwise. */
  readonly fetch?: (url: string) => Promise<Response>;
}

/** Searches the site. Made by `createEngine`, which loads what every query needs (about 20 KB). */
export interface Engine {
  /**
   * Finds pages for what was typed, finished or not. The same query gives the same answer, whatever was searched before.
   *
   * Rejects with a `SearchError`, with the signal's reason as soon as it is aborted, or with whatever the browser says when
   * the part of the program for near results cannot be fetched.
   */
  search(query: string, filters?: SearchFilters, signal?: AbortSignal): Promise<SearchOutcome>;
}

/** Values of one filter are alternatives; both filters must hold. An empty or missing list filters nothing. */
export interface SearchFilters {
  /** Labels of categories as pages show them (「コンピューティング」). */
  readonly category?: readonly string[];
  readonly kind?: readonly PageKind[];
}

export interface SearchOutcome {
  /** As it was typed. */
  readonly query: string;
  /** Best first. Their order is final; what they say is loaded one by one. */
  readonly results: readonly PageHit[];
  /** How many pages were found; equals `results.length`. */
  readonly total: number;
  /** No page holds the query as it was typed: all results are near ones, to be marked 「近い結果」. */
  readonly approximate: boolean;
  /** What was probably meant (もしかして), when the query looks misspelt. */
  readonly suggestion?: string;
  /** How many results each value of a filter would leave, with the other filter as it is. Values without any are absent. */
  readonly facets: {
    readonly category: ReadonlyMap<string, number>;
    readonly kind: ReadonlyMap<PageKind, number>;
  };
}

/** One page that was found. */
export interface PageHit {
  /** Stable within one release of the site. */
  readonly id: string;
  readonly category: string | undefined;
  readonly kind: PageKind;
  /** This page holds only part of the query, or a corrected spelling of it: mark it 「近い結果」. */
  readonly approximate: boolean;
  /**
   * Loads what to show: one small file for each section that has to be read. Rejects with a `SearchError`.
   * Calls after the first return the same promise, unless that one failed.
   */
  load(): Promise<PageDetails>;
}

export interface PageDetails {
  readonly title: string;
  /** Address of the page with the base, without an anchor: `/kb/services/lambda/`. */
  readonly url: string;
  /** Titles of the pages above, outermost first: サービス › コンピューティング. */
  readonly breadcrumb: readonly string[];
  readonly category: string | undefined;
  readonly kind: PageKind;
  /** The sections that answer best, best first; at least one, at most three. */
  readonly sections: readonly SectionHit[];
}

export interface SectionHit {
  /** The section's heading, words of the query marked; the page's title for the text above the first heading. */
  readonly heading: readonly Segment[];
  /** Address with the anchor of the section: `/services/lambda/#concurrency`. */
  readonly url: string;
  /** The part of the text that fits the query best, in the spelling of the page, words of the query marked. */
  readonly excerpt: readonly Segment[];
}

/** A run of text that is marked as a whole or not at all. */
export interface Segment {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * Why a search failed.
 * - `unavailable`: a file could not be fetched (offline, server). Trying again may help; the engine stays usable.
 * - `stale`: the site was published anew since this page was loaded. Reloading the page helps.
 * - `broken`: a file is not what it should be, or the browser cannot unpack it. Only a new engine may help.
 */
export type SearchErrorKind = 'unavailable' | 'stale' | 'broken';

export class SearchError extends Error {
  override readonly name = 'SearchError';
  readonly kind: SearchErrorKind;

  constructor(kind: SearchErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
