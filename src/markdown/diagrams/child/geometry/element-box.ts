import { boxOfText } from '../text/lines.ts';
import { boxAround, uniteBoxes, type Box, type Point } from './box.ts';
import { flattenPath } from './flatten.ts';
import { mapBox, parseTransform, readNumbers } from './matrix.ts';
import { parsePath } from './path.ts';

type Measure = (element: Element) => Box | undefined;

const number = (element: Element, name: string): number => parseFloat(element.getAttribute(name) ?? '') || 0;

const measureRect: Measure = (element) => ({
  x: number(element, 'x'),
  y: number(element, 'y'),
  width: number(element, 'width'),
  height: number(element, 'height'),
});

const measureEllipse: Measure = (element) => {
  const rx = number(element, 'rx') || number(element, 'r');
  const ry = number(element, 'ry') || number(element, 'r');
  return { x: number(element, 'cx') - rx, y: number(element, 'cy') - ry, width: 2 * rx, height: 2 * ry };
};

const measureLine: Measure = (element) =>
  boxAround([
    [number(element, 'x1'), number(element, 'y1')],
    [number(element, 'x2'), number(element, 'y2')],
  ]);

const measurePoints: Measure = (element) => boxAround(readPoints(element.getAttribute('points') ?? ''));

const measureGroup: Measure = (element) =>
  uniteBoxes(
    [...element.children].flatMap((child) => {
      const box = boxOfElement(child);
      const visible = box && (box.width > 0 || box.height > 0);
      return visible ? [mapBox(parseTransform(child.getAttribute('transform')), box)] : [];
    }),
  );

/** By tag; what is not here (definitions, styles, titles) takes no room. */
const MEASURES: Readonly<Record<string, Measure>> = {
  rect: measureRect,
  image: measureRect,
  foreignObject: measureRect,
  circle: measureEllipse,
  ellipse: measureEllipse,
  line: measureLine,
  polygon: measurePoints,
  polyline: measurePoints,
  path: (element) => boxAround(flattenPath(parsePath(element.getAttribute('d') ?? '')).flat()),
  text: boxOfText,
  g: measureGroup,
  a: measureGroup,
  svg: measureGroup,
};

/** What a browser's getBBox() would say: the geometry in the element's own coordinates, without strokes. */
export const boxOfElement = (element: Element): Box | undefined => MEASURES[element.tagName]?.(element);

/** The pairs of a `points` attribute. */
export function readPoints(attribute: string): Point[] {
  const numbers = readNumbers(attribute);
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, i): Point => [
    numbers[2 * i] ?? 0,
    numbers[2 * i + 1] ?? 0,
  ]);
}
