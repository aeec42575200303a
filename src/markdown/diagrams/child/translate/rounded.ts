import { boxAround, type Box, type Point } from '../geometry/box.ts';

/** How far a point may lie off the outline, in user units. */
const TOLERANCE = 0.2;

/** A rectangle with round corners; a circle when `radius` is half of both sides. */
export interface Rounded extends Box {
  readonly radius: number;
}

/**
 * Recognizes a closed outline that is a rectangle, a stadium or a circle. roughjs draws those as dozens of short
 * pieces; the shape says the same in one element, and exactly.
 */
export function recognizeRounded(outline: readonly Point[]): Rounded | undefined {
  const box = boxAround(outline);
  if (!box || outline.length < 4) return undefined;
  const { x, y, width, height } = box;
  // Between the points too: a diamond has its points where a circle has some of its own.
  const points = outline.flatMap((point, i): Point[] => {
    const next = outline[(i + 1) % outline.length] ?? point;
    return [point, [(point[0] + next[0]) / 2, (point[1] + next[1]) / 2]];
  });
  const onSide = ([px, py]: Point) => isNear(px, x, x + width) || isNear(py, y, y + height);
  const isCorner = ([px, py]: Point) => isNear(px, x, x + width) && isNear(py, y, y + height);
  if (points.every(onSide) && outline.filter(isCorner).length >= 4) return { ...box, radius: 0 };

  const half = Math.min(width, height) / 2;
  const distance = ([px, py]: Point) =>
    Math.hypot(px - clamp(px, x + half, x + width - half), py - clamp(py, y + half, y + height - half));
  return points.every((point) => isNear(distance(point), half)) ? { ...box, radius: half } : undefined;
}

const isNear = (value: number, ...targets: number[]): boolean =>
  targets.some((target) => Math.abs(value - target) < TOLERANCE);

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
