/** A place without its anchor. */
export const pageOfPlace = (place: string): string => place.replace(/#.*$/, '');

/** The id at the end of an anchor. */
export const idOf = (place: string): string => place.slice(place.indexOf('#') + 1);

/** What a page is called in its folder. */
export const nameOf = (page: string): string => page.split('/').findLast((part) => part !== '') ?? '';
