import type { RelationType, ServiceSlug } from '../schema/index.ts';
import { paths } from './paths.ts';
import type { SiteInput } from './site-input.ts';

/** A typed relation between two services: <from> <type> <to>. */
export interface RelationEdge {
  readonly from: ServiceSlug;
  readonly type: RelationType;
  readonly to: ServiceSlug;
  readonly note: string | undefined;
}

/** All relations, each once. `alternative-to` holds both ways, so writing it on either page is enough. */
export function deriveRelations({ services }: Pick<SiteInput, 'services'>): RelationEdge[] {
  const seen = new Set<string>();
  return services.flatMap(({ id, data }) =>
    data.relations.flatMap(({ type, to, note }): RelationEdge[] => {
      const ends = type === 'alternative-to' ? [id, to].sort() : [id, to];
      const key = [type, ...ends].join(' ');
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ from: id, type, to, note }];
    }),
  );
}

/** Another service, with all that one service does to it, or it to that one. */
export interface RelatedService {
  readonly slug: ServiceSlug;
  readonly title: string;
  readonly path: string;
  readonly relations: readonly Pick<RelationEdge, 'type' | 'note'>[];
}

/** The relations of one service, by the service at their other end. */
export function groupRelations(
  edges: readonly RelationEdge[],
  otherEnd: 'from' | 'to',
  nameOf: (slug: ServiceSlug) => string,
): RelatedService[] {
  return [...Map.groupBy(edges, (edge) => edge[otherEnd])].map(([slug, relations]) => ({
    slug,
    title: nameOf(slug),
    path: paths.service(slug),
    relations,
  }));
}
