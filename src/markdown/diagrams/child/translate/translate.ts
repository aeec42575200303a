import type { Drawing, Outline, PathOutline, Text } from '../../drawing.ts';
import { boxAround, EMPTY_BOX, uniteBoxes, type Box, type Point } from '../geometry/box.ts';
import { boxOfElement } from '../geometry/element-box.ts';
import { parseTransform } from '../geometry/matrix.ts';
import { centreEdgeLabels } from './edge-labels.ts';
import { widenFragments } from './fragments.ts';
import { arrangeFrames } from './frames.ts';
import { MarkerTable } from './markers.ts';
import { roleOfShape, toneOf } from './roles.ts';
import { ROUGH_FILL, SHAPES } from './shapes.ts';
import { translateText } from './texts.ts';

/** Room around the picture for borders and arrow heads. */
const PADDING = 8;
/** Radius of the disc behind the number of a message; Mermaid draws it as a marker on a line without length. */
const BADGE_RADIUS = 10;

/** Part of Mermaid's picture that has no counterpart in a drawing. */
export class UnknownPartError extends Error {}

/** What one element became, and the room that it takes. */
type Piece = { readonly box: Box } & ({ readonly outline: Outline } | { readonly text: Text });

/** Not part of the picture; markers are translated where they are used. jsdom's HTML parser spells gradients both ways. */
const SKIPPED = /^(style|defs|marker|symbol|title|desc|filter|linearGradient|script)$/i;
const GROUP = /^(svg|g|a)$/;

/**
 * Turns the SVG that Mermaid drew into a drawing.
 *
 * @param svg Mermaid's svg element; it is changed
 * @throws UnknownPartError when Mermaid drew something that the tables do not know
 */
export function translateDrawing(svg: Element): Drawing {
  centreEdgeLabels(svg);
  arrangeFrames(svg);
  widenFragments(svg);
  const markers = new MarkerTable(svg);
  const pieces = collectPieces(svg, [0, 0], markers);
  const bounds = uniteBoxes(pieces.filter((piece) => !isLifeline(piece)).map(({ box }) => box));
  if (!bounds) throw new UnknownPartError('svg');

  const x = Math.floor(bounds.x - PADDING);
  const y = Math.floor(bounds.y - PADDING);
  const bottom = bounds.y + bounds.height;
  return {
    x,
    y,
    width: Math.ceil(bounds.x + bounds.width + PADDING) - x,
    height: Math.ceil(bottom + PADDING) - y,
    markers: markers.markers,
    outlines: pieces.flatMap((piece) => ('outline' in piece ? [endLifeline(piece.outline, bottom)] : [])),
    texts: pieces.flatMap((piece) => ('text' in piece ? [piece.text] : [])),
  };
}

function collectPieces(element: Element, [dx, dy]: Point, markers: MarkerTable): Piece[] {
  if (SKIPPED.test(element.tagName)) return [];
  const [a, b, c, d, x, y] = parseTransform(element.getAttribute('transform'));
  if (a !== 1 || b !== 0 || c !== 0 || d !== 1) throw new UnknownPartError(`transform ${element.tagName}`);
  const shift: Point = [dx + x, dy + y];
  if (GROUP.test(element.tagName))
    return dropDoubledBorders([...element.children]).flatMap((child) => collectPieces(child, shift, markers));
  return toPiece(element, shift, markers) ?? [];
}

/** Of the two paths that roughjs draws for a shape, the fill says it all. */
const dropDoubledBorders = (children: readonly Element[]): Element[] =>
  children.filter((child, i) => !(child.tagName === 'path' && children[i - 1]?.matches(ROUGH_FILL)));

function toPiece(element: Element, shift: Point, markers: MarkerTable): Piece[] | undefined {
  const box = shiftBox(boxOfElement(element) ?? EMPTY_BOX, shift);
  if (element.tagName === 'text') {
    const text = translateText(element, shift);
    return text && [{ text, box }];
  }
  const badge = toBadge(element);
  if (badge) return [badge];

  const role = roleOfShape(element);
  const translate = SHAPES[element.tagName];
  if (role === 'none') return undefined;
  if (role === undefined || !translate)
    throw new UnknownPartError(`${element.tagName} ${element.getAttribute('class') ?? ''}`.trim());
  const tone = toneOf(element);
  const outline = translate(element, { looks: { role, ...(tone && { tone }) }, shift });
  if (!outline) return undefined;
  return [{ outline: outline.tag === 'path' ? withLineStyle(outline, element, markers) : outline, box }];
}

function withLineStyle(outline: PathOutline, element: Element, markers: MarkerTable): PathOutline {
  const names = element.getAttribute('class') ?? '';
  const dotted = /pattern-dotted/.test(names) ? 'dotted' : undefined;
  const dash = dotted ?? (/pattern-dashed|messageLine1/.test(names) ? 'dashed' : undefined);
  const start = markers.indexOf(element.getAttribute('marker-start'));
  const end = markers.indexOf(element.getAttribute('marker-end'));
  return {
    ...outline,
    ...(/thickness-thick/.test(names) && { weight: 'thick' as const }),
    ...(dash && { dash }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  };
}

function toBadge(element: Element): Piece | undefined {
  if (!/#.*sequencenumber/.test(element.getAttribute('marker-start') ?? '')) return undefined;
  const cx = parseFloat(element.getAttribute('x1') ?? '');
  const cy = parseFloat(element.getAttribute('y1') ?? '');
  const r = BADGE_RADIUS;
  const corners: Point[] = [
    [cx - r, cy - r],
    [cx + r, cy + r],
  ];
  return { outline: { tag: 'circle', role: 'badge', cx, cy, r }, box: boxAround(corners) ?? EMPTY_BOX };
}

const isLifeline = (piece: Piece): boolean => 'outline' in piece && piece.outline.role === 'lifeline';

/** Without actors at the foot of the picture Mermaid lets lifelines run on; they end with the last message. */
function endLifeline(outline: Outline, bottom: number): Outline {
  if (outline.role !== 'lifeline' || outline.tag !== 'path') return outline;
  return { ...outline, d: outline.d.replace(/V[\d.]+$/, `V${Math.round(bottom)}`) };
}

const shiftBox = (box: Box, [dx, dy]: Point): Box => ({ ...box, x: box.x + dx, y: box.y + dy });
