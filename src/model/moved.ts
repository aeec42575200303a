import type { Redirect } from '../schema/index.ts';

/** An anchor that was published on a page and now stands elsewhere. */
export interface MovedAnchor {
  readonly id: string;
  readonly to: string;
}

/** Places that moved, as pages need them. */
export interface MovedPlaces {
  /** Whole pages: old path to new place. */
  readonly pages: readonly { readonly from: string; readonly to: string }[];
  /** By the path of the page that once held them. */
  readonly anchors: ReadonlyMap<string, readonly MovedAnchor[]>;
}

/** Sorts redirects by what moved; a place that moved twice leads to where it is now. */
export function deriveMoved(redirects: readonly Redirect[]): MovedPlaces {
  const targets = new Map<string, string>(redirects.map(({ from, to }) => [from, to]));
  const moved = redirects.map(({ from, to }) => ({ from, to: followRedirects(from, targets) ?? to }));
  // A place at which two old ones arrive stands on its page once.
  const anchors = new Map(
    moved.flatMap(({ from, to }) => {
      const place = arrivalOf(from, targets);
      const [page = '', id] = place?.split('#') ?? [];
      return place === undefined || id === undefined || place === to ? [] : [[place, { page, id, to }]];
    }),
  );
  return {
    pages: moved.filter(({ from }) => !from.includes('#')),
    anchors: Map.groupBy(anchors.values(), ({ page }) => page),
  };
}

/**
 * Where a browser arrives that asks for an old place; undefined when its anchor is lost on the way. A page that moved
 * takes its anchors along: browsers do not send them, and keep them over a redirect that names none.
 */
export function arrivalOf(from: string, targets: ReadonlyMap<string, string>): string | undefined {
  const [page = '', id] = from.split('#');
  const arrived = followRedirects(page, targets) ?? page;
  if (id === undefined) return arrived;
  return arrived.includes('#') ? undefined : `${arrived}#${id}`;
}

/** Where a path leads in the end; undefined when it turns in a circle. */
export function followRedirects(from: string, targets: ReadonlyMap<string, string>): string | undefined {
  const seen = new Set<string>();
  let at = from;
  for (let next = targets.get(at); next !== undefined; next = targets.get(at)) {
    if (seen.has(at)) return undefined;
    seen.add(at);
    at = next;
  }
  return at;
}
