import { contentCatalog } from './catalog/content.ts';
import { guardCatalog } from './catalog/guard.ts';
import { linksCatalog } from './catalog/links.ts';

/** What a writer reads about one kind of fault. `message` says what happened to which value; `hint` says what to do. */
export interface CatalogEntry {
  readonly title: string;
  // The values differ by code; each call site is checked against its own entry (`DiagnosticValues`).
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly message: (values: any) => string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly hint: (values: any) => string;
}

export type CatalogPart = Readonly<Record<`N${number}`, CatalogEntry>>;

/**
 * Every diagnostic of the project. Codes are permanent and never reused:
 * N1xx detect and parse, N2xx normalize, N3xx emit, guard and draw, N4xx content, N5xx links, N6xx search, N7xx deploy.
 */
export const catalog = { ...guardCatalog, ...contentCatalog, ...linksCatalog } satisfies CatalogPart;

export type DiagnosticCode = keyof typeof catalog;
export type DiagnosticValues<C extends DiagnosticCode> = Parameters<(typeof catalog)[C]['message']>[0];
