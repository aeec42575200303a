import type { ContentEntries } from '../content/entries.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { Outlines } from '../model/permalinks.ts';

/** What a rule may look at: all entries, and what each body holds. */
export interface CheckedContent {
  readonly entries: ContentEntries;
  readonly outlines: Outlines;
  /** Every place that exists, for links (`derivePermalinks`). */
  readonly permalinks: ReadonlySet<string>;
}

/** A rule over the whole content folder. */
export type Check = (content: CheckedContent) => Diagnostic[];
