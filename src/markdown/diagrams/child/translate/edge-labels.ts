import { flattenPath } from '../geometry/flatten.ts';
import type { Point } from '../geometry/box.ts';
import { shiftOf } from '../geometry/matrix.ts';
import { parsePath } from '../geometry/path.ts';

/** How far Mermaid puts labels off their line at most; what is farther away was moved there on purpose. */
const REACH = 12;

/** Puts the labels of edges onto their lines: Mermaid straightens lines after ELK placed the labels. Changes the picture. */
export function centreEdgeLabels(svg: Element): void {
  const edges = new Map<string, Element>();
  for (const edge of svg.querySelectorAll('path[data-id]'))
    edges.set(edge.getAttribute('data-id') ?? '', edge);
  for (const label of svg.querySelectorAll('.edgeLabel[transform]')) {
    const id = label.querySelector('[data-id]')?.getAttribute('data-id') ?? '';
    const data = edges.get(id)?.getAttribute('d');
    const centre = shiftOf(label);
    const nearest = data && nearestPoint(flattenPath(parsePath(data)).flat(), centre);
    if (nearest && Math.hypot(nearest[0] - centre[0], nearest[1] - centre[1]) <= REACH)
      label.setAttribute('transform', `translate(${nearest[0]}, ${nearest[1]})`);
  }
}

/** The point of a stroke that is nearest to another point. */
function nearestPoint(stroke: readonly Point[], [x, y]: Point): Point | undefined {
  let best: Point | undefined;
  let least = Infinity;
  for (const [i, to] of stroke.entries()) {
    const from = stroke[i - 1] ?? to;
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - from[0]) * dx + (y - from[1]) * dy) / length));
    const point: Point = [from[0] + dx * t, from[1] + dy * t];
    const distance = Math.hypot(point[0] - x, point[1] - y);
    if (distance < least) [best, least] = [point, distance];
  }
  return best;
}
