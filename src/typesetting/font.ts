import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';

export interface FontStyle {
  /** Font size in user units. */
  readonly size: number;
  readonly bold: boolean;
}

/** Advance of a character that neither file has, in em: as wide as a kanji from the CJK blocks on, else a Latin letter. */
const UNKNOWN_WIDE = 1;
const UNKNOWN_NARROW = 0.56;
const FIRST_WIDE = 0x2e80;

const faces = { regular: loadFace(400), bold: loadFace(700) };
const widths = { regular: new Map<string, number>(), bold: new Map<string, number>() };

/**
 * The width of a line of text in Noto Sans JP, in user units. The other fonts of the site's list (Hiragino Sans,
 * Yu Gothic) have the same full-width kana and kanji, and Latin letters that are as wide or narrower.
 */
export function widthOfText(text: string, { size, bold }: FontStyle): number {
  let em = 0;
  for (const char of text) em += widthOfChar(char, bold ? 'bold' : 'regular');
  return em * size;
}

function widthOfChar(char: string, weight: 'regular' | 'bold'): number {
  const known = widths[weight].get(char);
  if (known !== undefined) return known;
  const codePoint = char.codePointAt(0) ?? 0;
  const face = faces[weight].find((candidate) => candidate.hasGlyphForCodePoint(codePoint));
  const missing = codePoint >= FIRST_WIDE ? UNKNOWN_WIDE : UNKNOWN_NARROW;
  const width = face ? face.glyphForCodePoint(codePoint).advanceWidth / face.unitsPerEm : missing;
  widths[weight].set(char, width);
  return width;
}

/** Latin first: the package cuts the font in two, and only the Latin file has its proportional letters. */
function loadFace(weight: 400 | 700): readonly Font[] {
  return ['latin', 'japanese'].map((subset) => {
    const name = `@fontsource/noto-sans-jp/files/noto-sans-jp-${subset}-${weight}-normal.woff2`;
    return create(readFileSync(fileURLToPath(import.meta.resolve(name))));
  });
}
