import type { ComparisonPage } from './comparison-page.ts';
import { CATEGORY_LABELS } from './labels.ts';
import { paths } from './paths.ts';
import type { PageLink, ServicePage } from './service-page.ts';

type UrlTo = (path: string) => string;

/** What search engines read of a page: https://schema.org/, as JSON-LD. */
export interface StructuredData {
  readonly '@context': 'https://schema.org';
  readonly '@graph': readonly object[];
}

const graph = (...things: object[]): StructuredData => ({
  '@context': 'https://schema.org',
  '@graph': things,
});

/** The site as a whole, with its search. */
export const describeSite = (
  { name, description }: { name: string; description: string },
  urlTo: UrlTo,
): StructuredData =>
  graph({
    '@type': 'WebSite',
    name,
    description,
    url: urlTo(paths.home),
    inLanguage: 'ja',
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${urlTo(paths.search)}?q={query}` },
      'query-input': 'required name=query',
    },
  });

/** The page of a service. */
export const describeService = (
  { title, path, data, modified }: ServicePage,
  sectionTitle: string,
  urlTo: UrlTo,
): StructuredData =>
  graph(
    {
      '@type': 'TechArticle',
      headline: title,
      description: data.summary,
      url: urlTo(path),
      inLanguage: 'ja',
      dateModified: modified,
      about: {
        '@type': 'Thing',
        name: data.name,
        ...(data.aliases.length > 0 && { alternateName: data.aliases }),
      },
    },
    describeTrail(
      [
        { title: sectionTitle, path: paths.services },
        { title: CATEGORY_LABELS[data.category], path: `${paths.services}#${data.category}` },
        { title, path },
      ],
      urlTo,
    ),
  );

/** A comparison. */
export const describeComparison = (
  { path, data, services }: ComparisonPage,
  sectionTitle: string,
  urlTo: UrlTo,
): StructuredData =>
  graph(
    {
      '@type': 'TechArticle',
      headline: data.title,
      description: data.summary,
      url: urlTo(path),
      inLanguage: 'ja',
      dateModified: data.checked,
      about: services.map(({ title }) => ({ '@type': 'Thing', name: title })),
    },
    describeTrail(
      [
        { title: sectionTitle, path: paths.comparisons },
        { title: data.title, path },
      ],
      urlTo,
    ),
  );

const describeTrail = (trail: readonly PageLink[], urlTo: UrlTo): object => ({
  '@type': 'BreadcrumbList',
  itemListElement: trail.map(({ title, path }, i) => ({
    '@type': 'ListItem',
    position: i + 1,
    name: title,
    item: urlTo(path),
  })),
});
