import { topicOf } from '../content/entries.ts';
import { SECTION_LABELS } from './labels.ts';
import { paths } from './paths.ts';
import type { BodyFacts, SiteInput } from './site-input.ts';

/** A page that mentions another one, and the places on it where it does. */
export interface Backlink {
  readonly title: string;
  readonly path: string;
  readonly places: readonly { readonly title: string; readonly path: string }[];
}

/** For each page path, the pages whose text links to it; a page's links to itself do not count. */
export function deriveBacklinks({
  services,
  notes,
  comparisons,
}: Pick<SiteInput, 'services' | 'notes' | 'comparisons'>): ReadonlyMap<string, Backlink[]> {
  const names = new Map<string, string>(services.map(({ id, data }) => [id, data.shortName]));
  const mentions = [
    ...services.map(({ id, data, body }) => ({
      page: { title: data.shortName, path: paths.service(id) },
      place: { title: SECTION_LABELS.overview, path: `${paths.service(id)}#overview` },
      body,
    })),
    ...notes.map(({ id, data, body }) => ({
      page: { title: names.get(data.service) ?? data.service, path: paths.service(data.service) },
      place: { title: data.title, path: `${paths.service(data.service)}#${topicOf(id)}` },
      body,
    })),
    ...comparisons.map(({ id, data, body }) => ({
      page: { title: data.title, path: paths.comparison(id) },
      place: undefined,
      body,
    })),
  ];
  const backlinks = new Map<
    string,
    Map<string, { title: string; path: string; places: Backlink['places'][number][] }>
  >();
  for (const { page, place, body } of mentions) {
    for (const target of pagesLinkedFrom(body)) {
      if (target === page.path) continue;
      const pages = backlinks.get(target) ?? new Map();
      backlinks.set(target, pages);
      const backlink = pages.get(page.path) ?? { ...page, places: [] };
      pages.set(page.path, backlink);
      if (place) backlink.places.push(place);
    }
  }
  return new Map([...backlinks].map(([target, pages]) => [target, [...pages.values()]]));
}

const pagesLinkedFrom = ({ linksTo }: BodyFacts): Set<string> =>
  new Set(linksTo.map((path) => path.replace(/#.*$/, '')));
