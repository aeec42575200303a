import { likestPlace } from './likest-place.ts';
import { idOf, nameOf, pageOfPlace } from './place-names.ts';

/**
 * The place that a writer most likely meant: an anchor of the page that the link leads to, or else the page whose name is
 * most alike in the same folder, down to the same anchor when it is there.
 */
export function nearestPlace(place: string, permalinks: ReadonlySet<string>): string | undefined {
  const page = pageOfPlace(place);
  const anchor = place.slice(page.length);
  const places = [...permalinks];
  if (permalinks.has(page))
    return likestPlace(
      idOf(place),
      places.filter((other) => other.startsWith(`${page}#`)),
      idOf,
    );
  const folder = page.replace(/[^/]*\/?$/, '');
  const pages = places.filter((other) => !other.includes('#') && other.startsWith(folder));
  const found = likestPlace(nameOf(page), pages, nameOf);
  return found !== undefined && permalinks.has(found + anchor) ? found + anchor : found;
}
