import type { ElementContent } from 'hast';
import type { TermMatcher } from './term-matcher.ts';

/** A fence that a renderer could not turn into HTML: a code and values of the diagnostics catalogue. */
export type FenceProblem =
  | { readonly code: 'N320'; readonly values: { reason: string }; readonly line?: number | undefined }
  | { readonly code: 'N321'; readonly values: { kind: string } }
  | { readonly code: 'N322'; readonly values: { keyword: string } }
  | { readonly code: 'N323'; readonly values: { lang: string; nearest?: string | undefined } };

export type FenceResult =
  | { readonly ok: true; readonly node: ElementContent }
  | { readonly ok: false; readonly problem: FenceProblem };

export interface Fence {
  readonly value: string;
  readonly lang: string;
  readonly meta: string;
  /** Begins every id in what is drawn: no other fence of the page has it. */
  readonly idPrefix: string;
}

/** Draws the code of a fence: coloured lines, or a diagram. */
export interface FenceRenderer {
  render(fence: Fence): Promise<FenceResult>;
}

/** What rendering a note needs to know of the rest of the site. */
export interface RenderContext {
  /** Prefixes a path of this site (`/services/lambda/#x`) with the base it is served under. */
  readonly hrefTo: (path: string) => string;
  /** The full address of a path of this site. */
  readonly urlTo: (path: string) => string;
  /** The path of the page that is being written, so that it does not link to itself. */
  readonly page: string;
  /** Makes the ids of footnotes and diagrams unique among the notes of one page. */
  readonly idPrefix: string;
  /** Quota id (`lambda/timeout`) to the value that is shown (`900 秒`) and the path of its row. */
  readonly quotas: ReadonlyMap<string, { readonly label: string; readonly path: string }>;
  /** Names of services and terms that become links. */
  readonly terms: TermMatcher;
  readonly code: FenceRenderer;
  readonly diagrams: FenceRenderer;
}
