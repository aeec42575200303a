import type { Outline, PathOutline, Role } from '../../drawing.ts';
import type { Tone } from '../../tones.ts';
import type { Point } from '../geometry/box.ts';
import { readPoints } from '../geometry/element-box.ts';
import { flattenPath } from '../geometry/flatten.ts';
import { parsePath, type Segment } from '../geometry/path.ts';
import { printPath, round, shiftPath, simplifyPath } from './path-data.ts';
import { recognizeRounded, type Rounded } from './rounded.ts';

export interface Looks {
  readonly role: Role;
  readonly tone?: Tone;
}

/** How an outline looks, and by how much the groups around it move it. */
export interface ShapeContext {
  readonly looks: Looks;
  readonly shift: Point;
}

/** Between the label of an edge and the ends of the line on both sides of it. */
const PAPER_MARGIN = 3;

type Translate = (element: Element, context: ShapeContext) => Outline | undefined;

/** The first of the two paths that roughjs draws for a shape: its fill; the second is its border. */
export const ROUGH_FILL = 'path[stroke="none"][stroke-width="0"]';

/** Roles whose outlines are closed, so that a simpler shape may stand for them. */
const SOLID: ReadonlySet<Role> = new Set(['box', 'note', 'row', 'dot', 'ring']);

const rect: Translate = (element, { looks, shift: [dx, dy] }) => {
  const [x, y, width, height, radius] = read(element, ['x', 'y', 'width', 'height', 'rx']);
  const margin = looks.role === 'paper' ? PAPER_MARGIN : 0;
  return roundedShape({ x: x + dx - margin, y: y + dy, width: width + 2 * margin, height, radius }, looks);
};

const circle: Translate = (element, { looks, shift: [dx, dy] }) => {
  const [cx, cy, r] = read(element, ['cx', 'cy', 'r']);
  return { tag: 'circle', ...looks, cx: round(cx + dx), cy: round(cy + dy), r: round(r) };
};

const ellipse: Translate = (element, context) => {
  const [cx, cy, rx, ry] = read(element, ['cx', 'cy', 'rx', 'ry']);
  const arc = { rx, ry, rotation: 0, large: false, sweep: true };
  return outline(context, [
    { kind: 'move', to: [cx - rx, cy] },
    { kind: 'arc', arc, to: [cx + rx, cy] },
    { kind: 'arc', arc, to: [cx - rx, cy] },
    { kind: 'close', to: [cx - rx, cy] },
  ]);
};

const line: Translate = (element, context) => {
  const [x1, y1, x2, y2] = read(element, ['x1', 'y1', 'x2', 'y2']);
  if (x1 === x2 && y1 === y2) return undefined;
  return outline(context, [
    { kind: 'move', to: [x1, y1] },
    { kind: 'line', to: [x2, y2] },
  ]);
};

const polygon: Translate = (element, context) => {
  const points = readPoints(element.getAttribute('points') ?? '');
  const [first] = points;
  if (!first) return undefined;
  const segments = points.map((to, i): Segment => ({ kind: i === 0 ? 'move' : 'line', to }));
  return outline(context, [...segments, { kind: 'close', to: first }]);
};

const path: Translate = (element, context) => {
  const segments = parsePath(element.getAttribute('d') ?? '');
  if (context.looks.role === 'rule') return rule(context, segments);
  return outline(context, element.matches(ROUGH_FILL) ? closeOutline(segments) : segments);
};

/** By tag. */
export const SHAPES: Readonly<Record<string, Translate>> = { rect, circle, ellipse, line, polygon, path };

function outline({ looks, shift }: ShapeContext, segments: readonly Segment[]): Outline | undefined {
  const simple = simplifyPath(shiftPath(segments, shift));
  if (simple.length < 2) return undefined;
  const strokes = SOLID.has(looks.role) ? flattenPath(simple) : [];
  const rounded = strokes.length === 1 && strokes[0] ? recognizeRounded(strokes[0]) : undefined;
  return rounded ? roundedShape(rounded, looks) : toPath(simple, looks);
}

/** roughjs leaves the outline of a fill open, and draws the border a second time. */
function closeOutline(segments: readonly Segment[]): Segment[] {
  const first = segments[0];
  return first && segments.at(-1)?.kind !== 'close'
    ? [...segments, { kind: 'close', to: first.to }]
    : [...segments];
}

/** A line in a box, which roughjs draws there and back, is drawn once. */
function rule({ looks, shift }: ShapeContext, segments: readonly Segment[]): PathOutline | undefined {
  const points = flattenPath(shiftPath(segments, shift)).flat();
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const [from, to] = [sorted[0], sorted.at(-1)];
  if (!from || !to) return undefined;
  return toPath(
    [
      { kind: 'move', to: from },
      { kind: 'line', to },
    ],
    looks,
  );
}

const toPath = (segments: readonly Segment[], looks: Looks): PathOutline => ({
  tag: 'path',
  ...looks,
  d: printPath(segments),
});

function roundedShape({ x, y, width, height, radius }: Rounded, looks: Looks): Outline | undefined {
  if (width === 0 || height === 0) return undefined;
  if (radius > 0 && width === height && radius === width / 2)
    return { tag: 'circle', ...looks, cx: round(x + radius), cy: round(y + radius), r: round(radius) };
  return {
    tag: 'rect',
    ...looks,
    x: round(x),
    y: round(y),
    width: round(width),
    height: round(height),
    ...(radius > 0 && { radius: round(radius) }),
  };
}

/** Numeric attributes; a missing one is 0, as in SVG. */
function read<N extends readonly string[]>(
  element: Element,
  names: readonly [...N],
): { [K in keyof N]: number } {
  return names.map((name) => parseFloat(element.getAttribute(name) ?? '') || 0) as { [K in keyof N]: number };
}
