/** The beginning of a text, at most so many UTF-16 units of it; no character is cut in two. */
export const cut = (text: string, length: number): string =>
  text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
