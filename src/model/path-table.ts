import type { ComparisonSlug, ServiceSlug, TermSlug } from '../schema/index.ts';
import type { NoteId } from '../content/entries.ts';

/** The table behind `paths`: a constant each, so that scripts carry only those that they use. */

export const home = '/';
export const services = '/services/';
export const service = (slug: ServiceSlug | string): string => `/services/${slug}/`;
export const serviceMarkdown = (slug: ServiceSlug | string): string => `/services/${slug}.md`;
export const note = (id: NoteId): string => `/services/${id.replace('/', '/#')}`;
export const comparisons = '/compare/';
export const comparison = (slug: ComparisonSlug | string): string => `/compare/${slug}/`;
export const comparisonMarkdown = (slug: ComparisonSlug | string): string => `/compare/${slug}.md`;
export const quotas = '/quotas/';
export const quotaAnchor = (id: string): string => id.replace('/', '-');
export const quota = (id: string): string => `/quotas/#${quotaAnchor(id)}`;
export const glossary = '/glossary/';
export const term = (id: TermSlug | string): string => `/glossary/#${id}`;
export const map = '/map/';
export const search = '/search/';
export const questions = '/questions/';
export const headings = '/headings/';
export const about = '/about/';
export const card = (name: string): string => `/og/${name}.png`;
export const atom = '/atom.xml';
export const rss = '/rss.xml';
export const sitemap = '/sitemap.xml';
