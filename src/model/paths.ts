import type { ServiceSlug } from '../schema/index.ts';
import * as paths from './path-table.ts';

/** The paths of the site, without the base it is served under. Everything that links asks here. */
export { paths };

/** Pages that exist whatever the content is. */
export const FIXED_PAGES = [
  paths.home,
  paths.services,
  paths.comparisons,
  paths.quotas,
  paths.glossary,
  paths.map,
  paths.search,
  paths.questions,
  paths.headings,
  paths.about,
] as const;

/** Anchors that a service page has beside its notes; a note or heading may not take one of these ids. */
export const SERVICE_SECTIONS = [
  'overview',
  'quotas',
  'comparisons',
  'relations',
  'backlinks',
  'sources',
] as const;

/** Anchors that the page of a comparison has beside its headings; these may not take one of them. */
export const COMPARISON_SECTIONS = ['sources'] as const;

/** Anchors of the list of services, beside one for each category. */
export const INDEX_SECTIONS = ['by-category', 'by-kana', 'by-lifecycle'] as const;

/** The anchor of a service on the quotas page. */
export const quotaSection = (slug: ServiceSlug | string): string => `service-${slug}`;

/** The path of this site in an address under its base. */
export const withoutBase = (base: string, path: string): string =>
  path.startsWith(base) ? `/${path.slice(base.length)}` : path;

/** Prefixes a path of this site with the base it is served under (`/` or `/kb/`). */
export const underBase = (base: string, path: string): string => `${base.replace(/\/$/, '')}${path}`;
