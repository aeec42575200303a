import { boxAround, cornersOf, EMPTY_BOX, type Box, type Point } from './box.ts';

/** An affine map `[a b c d e f]`: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

export const mapPoint = (m: Matrix, [x, y]: Point): Point => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

export const mapBox = (m: Matrix, box: Box): Box =>
  boxAround(cornersOf(box).map((corner) => mapPoint(m, corner))) ?? EMPTY_BOX;

/** Reads numbers out of an attribute: `translate(10, -2.5e1)` gives 10 and -25. */
export const readNumbers = (text: string): number[] =>
  (text.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);

/**
 * The map of a `transform` attribute. Skews, which Mermaid does not use, count as the identity.
 * https://www.w3.org/TR/SVG11/coords.html#TransformAttribute
 */
export function parseTransform(transform: string | null): Matrix {
  let matrix = IDENTITY;
  for (const [, name = '', list = ''] of (transform ?? '').matchAll(/(\w+)\s*\(([^)]*)\)/g))
    matrix = multiply(matrix, toMatrix(name, readNumbers(list)));
  return matrix;
}

/** How far an element's own transform moves it. */
export function shiftOf(element: Element): Point {
  const [, , , , x, y] = parseTransform(element.getAttribute('transform'));
  return [x, y];
}

function toMatrix(name: string, numbers: readonly number[]): Matrix {
  const [first = 0, second, third = 0] = numbers;
  switch (name) {
    case 'translate':
      return [1, 0, 0, 1, first, second ?? 0];
    case 'scale':
      return [first, 0, 0, second ?? first, 0, 0];
    case 'rotate':
      return rotation((first * Math.PI) / 180, [second ?? 0, third]);
    case 'matrix':
      return numbers.length === 6 ? (numbers as unknown as Matrix) : IDENTITY;
    default:
      return IDENTITY;
  }
}

function rotation(angle: number, [x, y]: Point): Matrix {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
}
