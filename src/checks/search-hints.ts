import { diagnose } from '../diagnostics/index.ts';
import { TOP_OF_PAGE } from '../schema/index.ts';
import type { Check } from './check.ts';
import { nearestPlace } from './nearest-place.ts';
import { findUnreadPages } from './unread.ts';

/** Hints for the search are about sections that exist. */
export const checkSearchHints: Check = ({ entries, permalinks }) => {
  const unread = findUnreadPages(entries);
  return entries.searchHints
    .map(({ id, data, yaml }) => ({ page: `/${id}/`, anchors: Object.keys(data), yaml }))
    .filter(({ page }) => !unread.has(page))
    .flatMap(({ page, anchors, yaml }) =>
      anchors.flatMap((anchor) => {
        const place = anchor === TOP_OF_PAGE ? page : `${page}#${anchor}`;
        if (permalinks.has(place)) return [];
        return [diagnose('N506', yaml.locate([anchor]), { place, nearest: nearestPlace(place, permalinks) })];
      }),
    );
};
