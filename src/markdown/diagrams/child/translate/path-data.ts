import type { Point } from '../geometry/box.ts';
import type { Segment } from '../geometry/path.ts';

/** Points nearer than this to a straight line count as on it: less than anyone can see. */
const FLAT = 0.1;

/** Moves a path. */
export function shiftPath(segments: readonly Segment[], [dx, dy]: Point): Segment[] {
  const move = ([x, y]: Point): Point => [x + dx, y + dy];
  return segments.map((segment): Segment => {
    switch (segment.kind) {
      case 'cubic':
        return {
          ...segment,
          controls: [move(segment.controls[0]), move(segment.controls[1])],
          to: move(segment.to),
        };
      case 'quadratic':
        return { ...segment, controls: [move(segment.controls[0])], to: move(segment.to) };
      default:
        return { ...segment, to: move(segment.to) };
    }
  });
}

/** Makes curves that are straight into lines, and joins lines that continue each other. Mermaid's are full of both. */
export function simplifyPath(segments: readonly Segment[]): Segment[] {
  const simple: Segment[] = [];
  for (const segment of segments) {
    const from = simple.at(-1)?.to;
    const next: Segment = from && isStraight(segment, from) ? { kind: 'line', to: segment.to } : segment;
    if (next.kind === 'line' && from && isSame(from, next.to)) continue;
    const start = simple.at(-2)?.to;
    const continues = next.kind === 'line' && simple.at(-1)?.kind === 'line';
    if (continues && start && from && liesBetween(from, start, next.to)) simple.pop();
    simple.push(next);
  }
  return simple;
}

/** Writes path data with one decimal, absolute, with H and V where they apply. */
export function printPath(segments: readonly Segment[]): string {
  let data = '';
  let pen: Point = [NaN, NaN];
  for (const segment of segments) {
    const to: Point = [round(segment.to[0]), round(segment.to[1])];
    data += printSegment(segment, pen, to);
    pen = to;
  }
  return data;
}

/** One decimal: a tenth of a unit is a quarter of the thinnest line. */
export const round = (value: number): number => Math.round(value * 10) / 10 || 0;

function printSegment(segment: Segment, pen: Point, to: Point): string {
  switch (segment.kind) {
    case 'move':
      return `M${pair(to)}`;
    case 'close':
      return 'Z';
    case 'line':
      if (to[0] === pen[0]) return to[1] === pen[1] ? '' : `V${to[1]}`;
      return to[1] === pen[1] ? `H${to[0]}` : `L${pair(to)}`;
    case 'cubic':
      return `C${[...segment.controls, to].map(pair).join(' ')}`;
    case 'quadratic':
      return `Q${[...segment.controls, to].map(pair).join(' ')}`;
    case 'arc': {
      const { rx, ry, rotation, large, sweep } = segment.arc;
      return `A${[round(rx), round(ry), rotation, Number(large), Number(sweep), pair(to)].join(' ')}`;
    }
  }
}

const pair = ([x, y]: Point): string => `${round(x)} ${round(y)}`;

const isSame = (a: Point, b: Point): boolean => Math.abs(a[0] - b[0]) < FLAT && Math.abs(a[1] - b[1]) < FLAT;

const isStraight = (segment: Segment, from: Point): boolean =>
  (segment.kind === 'cubic' || segment.kind === 'quadratic') &&
  segment.controls.every((control) => isSame(control, from) || liesBetween(control, from, segment.to));

/** True when a point lies on the line from `start` to `end`, and between them. */
function liesBetween(point: Point, start: Point, end: Point): boolean {
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
  const [px, py] = [point[0] - start[0], point[1] - start[1]];
  const length = Math.hypot(dx, dy);
  if (length < FLAT) return Math.hypot(px, py) < FLAT;
  const along = (px * dx + py * dy) / length;
  return Math.abs(px * dy - py * dx) / length < FLAT && along > -FLAT && along < length + FLAT;
}
