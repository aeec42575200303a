import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';
import { unpackWoff } from './woff.ts';

/** Latin first: the package cuts the font in two, and only the Latin file has its proportional letters. */
const SUBSETS = ['latin', 'japanese'] as const;

let faces: Readonly<Record<'regular' | 'bold', readonly Font[]>> | undefined;

const loadFaces = () => (faces ??= { regular: loadWeight(400), bold: loadWeight(700) });

function loadWeight(weight: 400 | 700): readonly Font[] {
  return SUBSETS.map((subset) => {
    const name = `@fontsource/noto-sans-jp/files/noto-sans-jp-${subset}-${weight}-normal.woff`;
    // Unpacked first: fontkit would inflate a packed font anew for each letter (100 ms).
    return create(unpackWoff(readFileSync(fileURLToPath(import.meta.resolve(name)))));
  });
}

/** A line of text as SVG path data; what no face has is left out. */
export function outlineText(
  text: string,
  { x, baseline, size, bold }: { x: number; baseline: number; size: number; bold: boolean },
): string {
  let at = x;
  let path = '';
  for (const { face, part } of splitByFace(text, loadFaces()[bold ? 'bold' : 'regular'])) {
    const scale = size / face.unitsPerEm;
    const { glyphs, positions } = face.layout(part);
    for (const [i, glyph] of glyphs.entries()) {
      for (const { command, args } of glyph.path.commands)
        // Fonts have the y axis upwards.
        path +=
          LETTERS[command] +
          args.map((v, k) => round(k % 2 ? baseline - v * scale : at + v * scale)).join(' ');
      at += (positions[i]?.xAdvance ?? 0) * scale;
    }
  }
  return path;
}

/** Stretches of text that one face has the letters of. */
function splitByFace(text: string, faces: readonly Font[]): { face: Font; part: string }[] {
  const parts: { face: Font; part: string }[] = [];
  for (const char of text) {
    const face = faces.find((candidate) => candidate.hasGlyphForCodePoint(char.codePointAt(0) ?? 0));
    const last = parts.at(-1);
    if (face && last?.face === face) last.part += char;
    else if (face) parts.push({ face, part: char });
  }
  return parts;
}

const LETTERS = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
} as const;

const round = (value: number): number => Math.round(value * 10) / 10;
