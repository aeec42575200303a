import { nearest } from '../diagnostics/index.ts';

/**
 * Of several places the one whose name is most like another; undefined when none is like it. Names are mostly lengthened
 * or cut when they change: such a one comes before one that merely has similar letters.
 */
export function likestPlace(
  name: string,
  places: readonly string[],
  nameOfPlace: (place: string) => string,
): string | undefined {
  const names = places.map(nameOfPlace);
  const found =
    names.find((other) => other.startsWith(`${name}-`) || name.startsWith(`${other}-`)) ??
    nearest(name, names);
  return found === undefined ? undefined : places[names.indexOf(found)];
}
