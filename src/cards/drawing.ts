import type { Category } from '../schema/index.ts';
import { ACCENT, CLOUD, CLOUD_LINES, PAPER } from '../styles/brand.ts';
import { widthOfText } from '../typesetting/font.ts';
import { outlineText } from '../typesetting/glyphs.ts';
import { breakLines } from '../typesetting/line-breaks.ts';
import type { Card } from './card.ts';

/** The size that all networks ask for (https://ogp.me/ names none; 1.91:1 is what they crop to). */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

const MARGIN = 80;
const ROOM = CARD_SIZE.width - 2 * MARGIN;
const INK = '#1b232c';
const SOFT = '#4d5863';
const MARK = '#a52a22';

/** Each at least 4.5:1 on the paper: the label is written in it. */
const TONES: Readonly<Record<Category | 'site', string>> = {
  site: ACCENT,
  compute: '#a85a06',
  containers: '#a4481a',
  storage: '#17663f',
  database: '#4747a8',
  networking: '#6b3fa0',
  integration: '#a02a6b',
  'developer-tools': '#2a4fa3',
  management: '#8f2d62',
  security: '#a52a22',
  analytics: '#5b3fb0',
  'front-end': '#9a2348',
  migration: '#0d6b66',
  cost: '#3f6b12',
  'machine-learning': '#0a6a5a',
  iot: '#33691e',
  concepts: '#4d5863',
};

/** The largest size at which the title takes no more lines than there is room for. */
const TITLE_SIZES = [84, 72, 62, 54, 48] as const;
const TITLE_LINES = 3;
const TITLE_TOP = 152;
const LEAD_SIZE = 30;

/** Composes a card as SVG; every letter is an outline, so no font is needed to draw it. */
export function drawCard({ title, lead, label, category, mark, siteName }: Card): string {
  const tone = TONES[category ?? 'site'];
  const heading = fitTitle(title);
  const leadLines = shorten(wrap(lead, LEAD_SIZE, false), heading.lines.length > 2 ? 2 : 3);
  const titlePitch = heading.size * 1.3;
  const leadTop = TITLE_TOP + heading.lines.length * titlePitch + 26;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_SIZE.width}" height="${CARD_SIZE.height}">`,
    `<rect width="100%" height="100%" fill="${PAPER.light}"/>`,
    `<path d="${CLOUD}" fill="none" stroke="${tone}" stroke-width="1.1" stroke-linejoin="round" opacity=".16" transform="translate(838 262)scale(13)"/>`,
    `<rect width="100%" height="18" fill="${tone}"/>`,
    text(label, { x: MARGIN, baseline: 112, size: 34, bold: true, colour: tone }),
    mark === undefined ? '' : drawMark(mark),
    ...heading.lines.map((line, i) =>
      text(line, {
        // An opening bracket is drawn in the right half of its square.
        x: line.startsWith('（') ? MARGIN - heading.size / 2 : MARGIN,
        baseline: TITLE_TOP + i * titlePitch + heading.size * 0.92,
        size: heading.size,
        bold: true,
        colour: INK,
      }),
    ),
    ...leadLines.map((line, i) =>
      text(line, {
        x: MARGIN,
        baseline: leadTop + i * LEAD_SIZE * 1.55 + LEAD_SIZE,
        size: LEAD_SIZE,
        bold: false,
        colour: SOFT,
      }),
    ),
    `<path d="${CLOUD}${CLOUD_LINES}" fill="none" stroke="${tone}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" transform="translate(${MARGIN - 4} 533)scale(1.7)"/>`,
    text(siteName, { x: MARGIN + 64, baseline: 575, size: 36, bold: true, colour: INK }),
    '</svg>',
  ].join('');
}

function fitTitle(title: string): { size: number; lines: string[] } {
  const fitted = TITLE_SIZES.map((size) => ({ size, lines: wrapTitle(title, size) }));
  return (
    fitted.find(({ size, lines }) => lines.length <= (size > 62 ? 2 : TITLE_LINES)) ?? {
      size: TITLE_SIZES[4],
      lines: shorten(wrapTitle(title, TITLE_SIZES[4]), TITLE_LINES),
    }
  );
}

/** What stands in brackets at the end goes on lines of its own when the whole does not fit on one. */
function wrapTitle(title: string, size: number): string[] {
  const whole = wrap(title, size, true);
  return whole.length === 1
    ? whole
    : title.split(/(?=（[^（]*）$)/u).flatMap((part) => wrap(part, size, true));
}

const wrap = (words: string, size: number, bold: boolean): string[] =>
  breakLines(words, ROOM, { size, bold });

function shorten(lines: readonly string[], limit: number): string[] {
  if (lines.length <= limit) return [...lines];
  const last = lines[limit - 1] ?? '';
  return [...lines.slice(0, limit - 1), `${last.trimEnd().slice(0, -1)}…`];
}

/** A lifecycle at the right edge, on a ground of its own. */
function drawMark(mark: string): string {
  const style = { size: 32, bold: true };
  const width = widthOfText(mark, style) + 52;
  const x = CARD_SIZE.width - MARGIN - width;
  return (
    `<rect x="${x}" y="68" width="${width}" height="60" rx="30" fill="${MARK}"/>` +
    text(mark, { ...style, x: x + 26, baseline: 109, colour: PAPER.light })
  );
}

const text = (
  words: string,
  { colour, ...place }: { x: number; baseline: number; size: number; bold: boolean; colour: string },
): string => `<path fill="${colour}" d="${outlineText(words, place)}"/>`;
