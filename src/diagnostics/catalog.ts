import type { CatalogPart } from './catalog-entry.ts';
import { contentCatalog } from './catalog/content.ts';
import { deployCatalog } from './catalog/deploy.ts';
import { guardCatalog } from './catalog/guard.ts';
import { importCatalog } from './catalog/import.ts';
import { linksCatalog } from './catalog/links.ts';
import { searchCatalog } from './catalog/search.ts';

/**
 * Every diagnostic of the project. Codes are permanent and never reused:
 * N1xx detect and parse, N2xx normalize, N3xx emit, guard and draw, N4xx content, N5xx links, N6xx search, N7xx deploy.
 */
export const catalog = {
  ...importCatalog,
  ...guardCatalog,
  ...contentCatalog,
  ...linksCatalog,
  ...searchCatalog,
  ...deployCatalog,
} satisfies CatalogPart;

export type DiagnosticCode = keyof typeof catalog;
export type DiagnosticValues<C extends DiagnosticCode> = Parameters<(typeof catalog)[C]['message']>[0];
