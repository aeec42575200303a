import { nearest } from '../diagnostics/index.ts';
import { nameOf, pageOfPlace } from './place-names.ts';

/**
 * The place that a writer most likely meant: an anchor of the page that the link leads to, or else the page whose name is
 * nearest in the same folder, down to the same anchor when it is there.
 */
export function nearestPlace(place: string, permalinks: ReadonlySet<string>): string | undefined {
  const page = pageOfPlace(place);
  const anchor = place.slice(page.length);
  const places = [...permalinks];
  if (permalinks.has(page))
    return nearestOf(
      anchor,
      places.filter((other) => other.startsWith(`${page}#`)),
      (other) => other.slice(page.length),
    );
  const folder = page.replace(/[^/]*\/?$/, '');
  const pages = places.filter((other) => !other.includes('#') && other.startsWith(folder));
  const found = nearestOf(nameOf(page), pages, nameOf);
  return found !== undefined && permalinks.has(found + anchor) ? found + anchor : found;
}

function nearestOf(
  name: string,
  places: readonly string[],
  nameOfPlace: (place: string) => string,
): string | undefined {
  const names = places.map(nameOfPlace);
  const found = nearest(name, names);
  return found === undefined ? undefined : places[names.indexOf(found)];
}
