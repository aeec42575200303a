import { nearest } from '../diagnostics/index.ts';

/** A line for `redirects.yaml` that a writer should look at before taking it over. */
export interface ProposedRedirect {
  readonly from: string;
  /** The place that is most like the lost one; undefined when none is. */
  readonly to: string | undefined;
}

/**
 * For each published place that is gone, where it most likely went: an anchor to the most similar anchor of its own
 * page, or else to the page itself; a page to the most similar page.
 */
export function proposeRedirects(
  lost: readonly string[],
  permalinks: ReadonlySet<string>,
): ProposedRedirect[] {
  return lost.map((from) => {
    const page = from.replace(/#.*$/, '');
    const anchors = [...permalinks].filter((path) => path.startsWith(`${page}#`));
    const pages = [...permalinks].filter((path) => !path.includes('#'));
    const home = permalinks.has(page) ? page : undefined;
    return { from, to: from.includes('#') ? (likest(from, anchors) ?? home) : likest(from, pages) };
  });
}

/** Ids are mostly lengthened or cut when they change: such a place comes before one that merely has similar letters. */
const likest = (from: string, places: readonly string[]): string | undefined => {
  const bare = from.replace(/\/$/, '');
  return (
    places.find((place) => place.startsWith(`${bare}-`) || bare.startsWith(`${place.replace(/\/$/, '')}-`)) ??
    nearest(from, places)
  );
};
