import type { NoteId } from '../content/entries.ts';
import type { BodyOutline } from '../markdown/analyse.ts';
import type {
  Comparison,
  ComparisonSlug,
  Note,
  QuotaFile,
  Redirect,
  Service,
  ServiceSlug,
  Term,
} from '../schema/index.ts';

/** A rendered body, as far as the model looks at it: what it holds, and the key under which its HTML is kept. */
export interface BodyFacts {
  readonly key: string;
  readonly outline: Pick<BodyOutline, 'headings' | 'lead'>;
  readonly linksTo: readonly string[];
}

/** A page entry of the content, with its rendered body. */
export interface PageInput<Data, Id extends string> {
  readonly id: Id;
  readonly data: Data;
  readonly body: BodyFacts;
}

/** All that the site is derived from. */
export interface SiteInput {
  readonly services: readonly PageInput<Service, ServiceSlug>[];
  readonly notes: readonly PageInput<Note, NoteId>[];
  readonly comparisons: readonly PageInput<Comparison, ComparisonSlug>[];
  readonly quotas: readonly { readonly data: QuotaFile }[];
  readonly glossary: readonly Term[];
  readonly redirects: readonly Redirect[];
}
