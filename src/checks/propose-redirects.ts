import { quotaSection, SERVICE_SECTIONS } from '../model/paths.ts';
import { likestPlace } from './likest-place.ts';
import { idOf, nameOf, pageOfPlace } from './place-names.ts';

/** A line for `redirects.yaml` that a writer should look at before taking it over. */
export interface ProposedRedirect {
  readonly from: string;
  /** The place where it most likely went; undefined when nothing speaks for one. */
  readonly to: string | undefined;
}

/**
 * For each published place that is gone, where it most likely went. What moved stands in a place that was not published
 * before, so only these are offered, and beside them the page on which a lost anchor stood.
 *
 * @param lost places that were published and are gone
 * @param permalinks every place that exists
 * @param published every place that was ever published
 */
export function proposeRedirects(
  lost: readonly string[],
  permalinks: ReadonlySet<string>,
  published: ReadonlySet<string>,
): ProposedRedirect[] {
  const fresh = [...permalinks].filter((place) => !published.has(place));
  const pages = findMovedPages(lost, fresh);
  const proposeAnchor = (from: string): string | undefined => {
    const page = pageOfPlace(from);
    const id = idOf(from);
    const moved = pages.get(page);
    const home = permalinks.has(page) ? page : moved;
    const sameId = [`${moved}#${id}`, ...renamed(from, pages)].find((place) => permalinks.has(place));
    return (
      sameId ??
      likest(
        from,
        fresh.filter((place) => home !== undefined && place.startsWith(`${home}#`)),
      ) ??
      (SERVICE_SECTIONS.some((section) => section === id)
        ? home
        : (fresh.find((place) => idOf(place) === id) ?? home))
    );
  };
  return lost.map((from) => ({ from, to: from.includes('#') ? proposeAnchor(from) : pages.get(from) }));
}

/** Lost pages and the new pages that hold most of their anchors, or are called much alike. */
function findMovedPages(lost: readonly string[], fresh: readonly string[]): Map<string, string> {
  const anchors = Map.groupBy(
    fresh.filter((place) => place.includes('#')),
    pageOfPlace,
  );
  const pages = fresh.filter((place) => !place.includes('#'));
  return new Map(
    lost.flatMap((page) => {
      if (page.includes('#')) return [];
      const ids = lost.filter((place) => place.startsWith(`${page}#`)).map(idOf);
      const kept = (candidate: string) => {
        const there = new Set(anchors.get(candidate)?.map(idOf));
        return ids.filter((id) => there.has(id) && !SERVICE_SECTIONS.some((section) => section === id));
      };
      const [best] = pages.toSorted((a, b) => kept(b).length - kept(a).length);
      const to = best !== undefined && kept(best).length > 0 ? best : likest(page, pages);
      return to === undefined ? [] : [[page, to] as const];
    }),
  );
}

/** An anchor of another page that bears the name of a page that moved: `/quotas/#swf-retention`. */
const renamed = (from: string, pages: ReadonlyMap<string, string>): string[] =>
  [...pages].flatMap(([page, to]) => {
    const [before, after] = [nameOf(page), nameOf(to)];
    const id = idOf(from);
    if (id === quotaSection(before)) return [`${pageOfPlace(from)}#${quotaSection(after)}`];
    return id.startsWith(`${before}-`) ? [`${pageOfPlace(from)}#${after}${id.slice(before.length)}`] : [];
  });

/** The place that is called most alike; a page goes by those of its folder. */
function likest(from: string, places: readonly string[]): string | undefined {
  const wordOf = (place: string) => (place.includes('#') ? idOf(place) : nameOf(place));
  const folderOf = (place: string) => place.slice(0, place.lastIndexOf(wordOf(place)));
  const siblings = from.includes('#') ? places : places.filter((place) => folderOf(place) === folderOf(from));
  return likestPlace(wordOf(from), siblings, wordOf);
}
