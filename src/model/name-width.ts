/** Widths of characters at 13 px in the fonts of the site, rounded up; the first that fits counts. */
const WIDTHS: readonly (readonly [characters: RegExp, width: number])[] = [
  [/[\u2e80-\uffff]/, 13],
  [/[mwMW@]/, 12],
  [/[A-Z]/, 8.8],
  [/[ fijlrtI.,\-/]/, 4.8],
  [/./, 7.6],
];

/** How wide a name is in a picture, in pixels at 13 px: what is drawn at build time cannot ask the reader's fonts. */
export const widthOfName = (text: string): number =>
  [...text].reduce(
    (sum, character) => sum + (WIDTHS.find(([characters]) => characters.test(character))?.[1] ?? 0),
    0,
  );
