import { categorySchema, type Category, type ServiceSlug, type Term } from '../schema/index.ts';
import { deriveBacklinks } from './backlinks.ts';
import type { ComparisonPage } from './comparison-page.ts';
import { deriveHeadingIndex, type HeadingGroup } from './heading-index.ts';
import { compareNames, compareReadings } from './kana.ts';
import { deriveMoved, type MovedPlaces } from './moved.ts';
import { paths } from './paths.ts';
import { deriveQuestionIndex, type QuestionGroup } from './question-index.ts';
import { deriveQuotas, type QuotaRow } from './quotas.ts';
import { deriveRecent, type RecentNote } from './recent.ts';
import { deriveRelations, type RelationEdge } from './relations.ts';
import { deriveServicePage, type ServicePage } from './service-page.ts';
import type { SiteInput } from './site-input.ts';

/** Everything that the pages show. */
export interface SiteModel {
  /** By category, then by the name that lists show. */
  readonly services: readonly ServicePage[];
  readonly categories: readonly { readonly category: Category; readonly services: readonly ServicePage[] }[];
  readonly comparisons: readonly ComparisonPage[];
  /** The comparisons by the category of the service that each names first. */
  readonly comparisonGroups: readonly {
    readonly category: Category;
    readonly comparisons: readonly ComparisonPage[];
  }[];
  readonly quotas: readonly QuotaRow[];
  readonly glossary: readonly Term[];
  readonly relations: readonly RelationEdge[];
  /** Services that ended or are closing; the next to end first, those long gone last. */
  readonly closing: readonly ServicePage[];
  /** Notes by the day on which they were compared with their sources, the last first. */
  readonly recent: readonly RecentNote[];
  readonly questionIndex: readonly QuestionGroup[];
  readonly headingIndex: readonly HeadingGroup[];
  readonly moved: MovedPlaces;
  serviceOf(slug: ServiceSlug): ServicePage;
}

/** Derives the whole site from its content. Pure: the same content gives the same site, in whatever order it came. */
export function deriveSite(input: SiteInput): SiteModel {
  const order = input.services.toSorted(
    (a, b) =>
      categorySchema.options.indexOf(a.data.category) - categorySchema.options.indexOf(b.data.category) ||
      compareNames(a.data.shortName, b.data.shortName) ||
      (a.id < b.id ? -1 : 1),
  );
  const compared = input.comparisons.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const quotas = deriveQuotas({
    quotas: input.quotas.toSorted((a, b) => (a.data.service < b.data.service ? -1 : 1)),
  });
  const relations = deriveRelations({ services: order });
  const backlinks = deriveBacklinks({
    services: order,
    notes: input.notes.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    comparisons: compared,
  });
  const notes = Map.groupBy(input.notes, ({ data }) => data.service);
  const surroundings = { notes, comparisons: compared, quotas, relations, backlinks, order };
  const services = order.map((service) => deriveServicePage(service, surroundings));
  const bySlug = new Map(services.map((service) => [service.slug, service]));
  const serviceOf = (slug: ServiceSlug): ServicePage => {
    const found = bySlug.get(slug);
    if (!found) throw new Error(`unknown service ${slug}: references are checked before the site is derived`);
    return found;
  };
  const comparisons = compared.map(({ id, data, body }): ComparisonPage => ({
    slug: id,
    path: paths.comparison(id),
    data,
    bodyKey: body.key,
    headings: body.outline.headings.flatMap(({ depth, id: anchor, text }) =>
      depth <= 3 && anchor !== undefined ? [{ id: anchor, text, depth }] : [],
    ),
    services: data.services.map((slug) => ({
      title: serviceOf(slug).data.shortName,
      path: paths.service(slug),
    })),
  }));
  const categories = categorySchema.options.flatMap((category) => {
    const members = services.filter(({ data }) => data.category === category);
    return members.length > 0 ? [{ category, services: members }] : [];
  });
  return {
    services,
    categories,
    comparisons,
    comparisonGroups: categorySchema.options.flatMap((category) => {
      const members = comparisons.filter(
        ({
          data: {
            services: [first],
          },
        }) => (first === undefined ? false : serviceOf(first).data.category === category),
      );
      return members.length > 0 ? [{ category, comparisons: members }] : [];
    }),
    quotas,
    glossary: input.glossary.toSorted(
      (a, b) => compareReadings(a.reading, b.reading) || (a.id < b.id ? -1 : 1),
    ),
    relations,
    closing: services.filter(({ data }) => data.lifecycle.status !== 'active').toSorted(byEnd),
    recent: deriveRecent(services),
    questionIndex: deriveQuestionIndex(categories, comparisons),
    headingIndex: deriveHeadingIndex(services, comparisons),
    moved: deriveMoved(input.redirects),
    serviceOf,
  };
}

/** Newest end first; without a date, before all that have one: they may close any day. */
const byEnd = ({ data: a }: ServicePage, { data: b }: ServicePage): number =>
  compare(b.lifecycle.until ?? '9999', a.lifecycle.until ?? '9999') || compare(a.name, b.name);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
