import type { ServiceSlug } from '../schema/index.ts';
import type { PageLink, ServicePage } from './service-page.ts';

/** A note that was compared with its sources. */
export interface RecentNote extends PageLink {
  readonly service: ServiceSlug;
  readonly checked: string;
  readonly lead: string;
}

/**
 * The checked notes, the last checked first. Many notes are checked on the same day: of these, notes of the services
 * that were updated last come first, then all stand in the order of the site.
 */
export const deriveRecent = (services: readonly ServicePage[]): RecentNote[] =>
  services
    .flatMap(({ slug, data, notes }) =>
      notes.flatMap(({ title, path, checked, lead }) =>
        checked === undefined
          ? []
          : [
              {
                updated: data.updated,
                note: { service: slug, title: `${data.shortName}: ${title}`, path, checked, lead },
              },
            ],
      ),
    )
    .toSorted((a, b) => compare(b.note.checked, a.note.checked) || compare(b.updated, a.updated))
    .map(({ note }) => note);

/** The first `count` notes with no more than `each` of one service, so that a short list shows variety. */
export function pickVaried(notes: readonly RecentNote[], count: number, each: number): RecentNote[] {
  const taken = new Map<ServiceSlug, number>();
  return notes
    .filter(({ service }) => {
      const nth = (taken.get(service) ?? 0) + 1;
      taken.set(service, nth);
      return nth <= each;
    })
    .slice(0, count);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
