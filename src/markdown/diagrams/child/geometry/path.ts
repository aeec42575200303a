import type { Point } from './box.ts';
import { readNumbers } from './matrix.ts';

/** One step of a path in absolute coordinates; `to` is where the pen ends. */
export type Segment =
  | { readonly kind: 'move' | 'line' | 'close'; readonly to: Point }
  | { readonly kind: 'cubic'; readonly controls: readonly [Point, Point]; readonly to: Point }
  | { readonly kind: 'quadratic'; readonly controls: readonly [Point]; readonly to: Point }
  | { readonly kind: 'arc'; readonly arc: ArcShape; readonly to: Point };

export interface ArcShape {
  readonly rx: number;
  readonly ry: number;
  readonly rotation: number;
  readonly large: boolean;
  readonly sweep: boolean;
}

/** How many numbers one step of each command takes. */
const ARITY: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7 };

/**
 * Reads path data into absolute segments; H, V, S and T become lines and full curves.
 * https://www.w3.org/TR/SVG11/paths.html#PathData
 */
export function parsePath(data: string): Segment[] {
  const segments: Segment[] = [];
  let pen: Point = [0, 0];
  let start: Point = [0, 0];
  for (const [, letter = '', list = ''] of data.matchAll(/([a-df-z])([^a-df-z]*)/gi)) {
    const command = letter.toUpperCase();
    if (command === 'Z') {
      segments.push({ kind: 'close', to: start });
      pen = start;
      continue;
    }
    const arity = ARITY[command];
    if (arity === undefined) continue;
    const numbers = readNumbers(list);
    const relative = letter !== command;
    for (let i = 0; i + arity <= numbers.length; i += arity) {
      // Further pairs after a move are lines.
      const step = command === 'M' && i > 0 ? 'L' : command;
      const base: Point = relative ? pen : [0, 0];
      const segment = toSegment(step, numbers.slice(i, i + arity), base, pen, segments.at(-1));
      segments.push(segment);
      pen = segment.to;
      if (segment.kind === 'move') start = pen;
    }
  }
  return segments;
}

function toSegment(
  command: string,
  numbers: readonly number[],
  [baseX, baseY]: Point,
  pen: Point,
  before: Segment | undefined,
): Segment {
  const at = (i: number): Point => [baseX + (numbers[i] ?? 0), baseY + (numbers[i + 1] ?? 0)];
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = numbers;
  switch (command) {
    case 'M':
      return { kind: 'move', to: at(0) };
    case 'H':
      return { kind: 'line', to: [baseX + first, pen[1]] };
    case 'V':
      return { kind: 'line', to: [pen[0], baseY + first] };
    case 'C':
      return { kind: 'cubic', controls: [at(0), at(2)], to: at(4) };
    case 'S':
      return { kind: 'cubic', controls: [mirrored(before, 'cubic', pen), at(0)], to: at(2) };
    case 'Q':
      return { kind: 'quadratic', controls: [at(0)], to: at(2) };
    case 'T':
      return { kind: 'quadratic', controls: [mirrored(before, 'quadratic', pen)], to: at(0) };
    case 'A': {
      const arc = { rx: first, ry: second, rotation: third, large: fourth !== 0, sweep: fifth !== 0 };
      return { kind: 'arc', arc, to: at(5) };
    }
    default:
      return { kind: 'line', to: at(0) };
  }
}

/** The control point of a smooth curve: the previous one, mirrored at the pen. */
function mirrored(before: Segment | undefined, kind: 'cubic' | 'quadratic', pen: Point): Point {
  const last = before?.kind === kind && 'controls' in before ? before.controls.at(-1) : undefined;
  return last ? [2 * pen[0] - last[0], 2 * pen[1] - last[1]] : pen;
}
