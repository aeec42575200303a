import type { Element } from 'hast';
import { s } from 'hastscript';
import { FONT_SIZE } from './child/text/typography.ts';
import type { Drawing, Marker, Outline, PathOutline, Text } from './drawing.ts';

interface Caption {
  /** Short name, announced in place of the picture. */
  readonly title: string;
  /** What the picture shows, for those who do not see it. */
  readonly description: string;
}

/**
 * Below three quarters of its size a picture cannot be read (14 units become 10.5 px). Its smallest width is given by a
 * class, in steps: `dg-w5` is 500 px. Pictures up to four steps wide fit a phone and need none.
 */
const SMALLEST_SCALE = 0.75;
const WIDTH_STEP = 100;
const FREE_WIDTH = 400;
const LAST_STEP = 24;

/**
 * Builds the SVG of a drawing: classes and geometry only.
 *
 * @param idPrefix begins each id, so that pictures on one page do not share any
 */
export function buildSvg(drawing: Drawing, { title, description }: Caption, idPrefix: string): Element {
  const { x, y, width, height, markers, outlines, texts } = drawing;
  const markerIds = markers.map((_, i) => `${idPrefix}_m${i}`);
  const ids = { title: `${idPrefix}_t`, description: `${idPrefix}_d` };
  return s(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      className: ['dg', ...widthClass(width)],
      viewBox: `${x} ${y} ${width} ${height}`,
      width,
      height,
      fontSize: FONT_SIZE,
      role: 'img',
      ariaLabelledBy: ids.title,
      ariaDescribedBy: ids.description,
    },
    [
      s('title', { id: ids.title }, title),
      s('desc', { id: ids.description }, description),
      ...buildMarkers(markers, markerIds),
      // Without a style sheet, as in a feed reader, this still shows outlines and words.
      s(
        'g',
        { fill: 'none', stroke: 'currentColor' },
        outlines.map((outline) => buildOutline(outline, markerIds)),
      ),
      s('g', texts.map(buildText)),
    ],
  );
}

function widthClass(width: number): string[] {
  const step = Math.min(LAST_STEP, Math.ceil((width * SMALLEST_SCALE) / WIDTH_STEP));
  return width < FREE_WIDTH ? [] : [`dg-w${step}`];
}

function buildOutline(outline: Outline, markerIds: readonly string[]): Element {
  const className = classNames(outline.role, outline.tone);
  switch (outline.tag) {
    case 'rect': {
      const { x, y, width, height, radius } = outline;
      return s('rect', { className, x, y, width, height, rx: radius });
    }
    case 'circle': {
      const { cx, cy, r } = outline;
      return s('circle', { className, cx, cy, r });
    }
    case 'path':
      return buildPath(outline, className, markerIds);
  }
}

function buildPath(outline: PathOutline, className: string[], markerIds: readonly string[]): Element {
  const { d, weight, dash, start, end } = outline;
  const lineStyle = [weight, dash].flatMap((name) => (name ? [`dg-${name}`] : []));
  const reference = (i: number | undefined) => (i === undefined ? undefined : `url(#${markerIds[i]})`);
  return s('path', {
    className: [...className, ...lineStyle],
    d,
    markerStart: reference(start),
    markerEnd: reference(end),
  });
}

function buildMarkers(markers: readonly Marker[], ids: readonly string[]): Element[] {
  const elements = markers.map((marker, i) => {
    const { viewBox, refX, refY, width, height, orient, outlines } = marker;
    const size = { markerWidth: width, markerHeight: height, markerUnits: 'userSpaceOnUse' };
    return s(
      'marker',
      { id: ids[i], viewBox: viewBox?.join(' '), refX, refY, ...size, orient },
      outlines.map((outline) => buildOutline(outline, [])),
    );
  });
  return elements.length === 0 ? [] : [s('defs', elements)];
}

function buildText({ role, tone, anchor, size, lines }: Text): Element {
  const properties = {
    className: classNames(role, tone),
    textAnchor: anchor === 'start' ? undefined : anchor,
    fontSize: size === FONT_SIZE ? undefined : size,
  };
  const [only] = lines;
  if (lines.length === 1 && only)
    return s('text', { ...properties, x: only.x, y: only.y }, buildRuns(only.runs));
  return s(
    'text',
    properties,
    lines.map(({ x, y, runs }) => s('tspan', { x, y }, buildRuns(runs))),
  );
}

const buildRuns = (runs: Text['lines'][number]['runs']) =>
  runs.map(({ text, bold, italic }) =>
    bold || italic
      ? s('tspan', { className: [...(bold ? ['dg-bold'] : []), ...(italic ? ['dg-italic'] : [])] }, text)
      : text,
  );

const classNames = (role: string, tone: string | undefined): string[] => [
  `dg-${role}`,
  ...(tone ? [`dg-${tone}`] : []),
];
