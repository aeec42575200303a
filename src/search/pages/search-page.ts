import type { PageKind } from '../../schema/index.ts';

/** What is searched of one built page. */
export interface SearchPage {
  /** Path under the base: `/services/lambda/`. */
  readonly path: string;
  readonly kind: PageKind;
  readonly category: string | undefined;
  readonly title: string;
  /** Titles of the pages above, outermost first. */
  readonly breadcrumb: readonly string[];
  /** In reading order. The first one is what stands above the first heading. */
  readonly sections: readonly SearchSection[];
}

export interface SearchSection {
  /** The anchor that leads here; undefined for the top of the page. */
  readonly id: string | undefined;
  /** Undefined for the text above the first heading. */
  readonly heading: string | undefined;
  /** 2 for h2; 1 for the text above the first heading; `MARKED` for what is only marked as one. */
  readonly level: number;
  /** What the section answers, as readers ask it; shown above its text. */
  readonly questions: readonly string[];
  /** Paragraphs, list items, cells and the like: phrases do not reach from one to the next. */
  readonly blocks: readonly string[];
}

/** The level of an element that is no heading but opens a section: `data-search-heading`. */
export const MARKED = 7;
