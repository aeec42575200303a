import type { Point } from './box.ts';
import type { ArcShape, Segment } from './path.ts';

/** Straight pieces that stand for one curve: at the size of a diagram the error stays below a tenth of a unit. */
const PIECES = 16;

/** Turns a path into one list of points for each of its strokes. */
export function flattenPath(segments: readonly Segment[]): Point[][] {
  const strokes: Point[][] = [];
  let stroke: Point[] = [];
  for (const segment of segments) {
    if (segment.kind === 'move') {
      stroke = [segment.to];
      strokes.push(stroke);
      continue;
    }
    const from = stroke.at(-1) ?? segment.to;
    const straight = segment.kind === 'line' || segment.kind === 'close';
    for (let i = 1; !straight && i < PIECES; i += 1) stroke.push(pointOnCurve(segment, from, i / PIECES));
    stroke.push(segment.to);
  }
  return strokes;
}

/** The length of a stroke. */
export const lengthOf = (points: readonly Point[]): number =>
  points.reduce((sum, point, i) => sum + distance(points[i - 1] ?? point, point), 0);

/** The point that lies `length` along a stroke; its end when the stroke is shorter. */
export function pointAlong(points: readonly Point[], length: number): Point {
  let left = length;
  for (const [i, to] of points.entries()) {
    const from = points[i - 1];
    if (!from) continue;
    const step = distance(from, to);
    if (step >= left) return step === 0 ? to : mix(from, to, left / step);
    left -= step;
  }
  return points.at(-1) ?? [0, 0];
}

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

const mix = (a: Point, b: Point, t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

function pointOnCurve(segment: Segment, from: Point, t: number): Point {
  switch (segment.kind) {
    case 'cubic':
    case 'quadratic':
      return pointOnBezier([from, ...segment.controls, segment.to], t);
    case 'arc':
      return pointOnArc(segment.arc, from, segment.to, t);
    default:
      return mix(from, segment.to, t);
  }
}

/** De Casteljau's algorithm. */
function pointOnBezier(points: readonly Point[], t: number): Point {
  const [only, ...rest] = points;
  if (!only || rest.length === 0) return only ?? [0, 0];
  return pointOnBezier(
    rest.map((point, i) => mix(points[i] ?? point, point, t)),
    t,
  );
}

/** https://www.w3.org/TR/SVG11/implnote.html#ArcConversionEndpointToCenter */
function pointOnArc(arc: ArcShape, from: Point, to: Point, t: number): Point {
  const angle = (arc.rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [halfX, halfY] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const [x, y] = [cos * halfX + sin * halfY, -sin * halfX + cos * halfY];
  if (arc.rx === 0 || arc.ry === 0 || (x === 0 && y === 0)) return mix(from, to, t);

  const stretch = Math.max(1, Math.sqrt((x / arc.rx) ** 2 + (y / arc.ry) ** 2));
  const [rx, ry] = [Math.abs(arc.rx) * stretch, Math.abs(arc.ry) * stretch];
  const across = (rx * y) ** 2 + (ry * x) ** 2;
  const root = Math.sqrt(Math.max(0, ((rx * ry) ** 2 - across) / across));
  const factor = arc.large === arc.sweep ? -root : root;
  const [centreX, centreY] = [(factor * rx * y) / ry, (-factor * ry * x) / rx];

  const startAngle = Math.atan2((y - centreY) / ry, (x - centreX) / rx);
  const endAngle = Math.atan2((-y - centreY) / ry, (-x - centreX) / rx);
  let turn = endAngle - startAngle;
  if (arc.sweep && turn < 0) turn += 2 * Math.PI;
  if (!arc.sweep && turn > 0) turn -= 2 * Math.PI;

  const [px, py] = [
    rx * Math.cos(startAngle + turn * t) + centreX,
    ry * Math.sin(startAngle + turn * t) + centreY,
  ];
  return [cos * px - sin * py + (from[0] + to[0]) / 2, sin * px + cos * py + (from[1] + to[1]) / 2];
}
