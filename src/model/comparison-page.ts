import type { Comparison } from '../schema/index.ts';
import type { PageLink } from './service-page.ts';

/** One comparison page. */
export interface ComparisonPage {
  readonly slug: string;
  readonly path: string;
  readonly data: Comparison;
  readonly bodyKey: string;
  readonly headings: readonly { readonly id: string; readonly text: string; readonly depth: number }[];
  readonly services: readonly PageLink[];
}
