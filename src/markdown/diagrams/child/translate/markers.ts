import type { Marker, Role } from '../../drawing.ts';
import { SHAPES } from './shapes.ts';
import { round } from './path-data.ts';
import { readNumbers } from '../geometry/matrix.ts';

/** Heads that are not filled, by Mermaid's names of markers; all others are. */
const KINDS: readonly (readonly [name: RegExp, role: Role])[] = [
  [/aggregation|extension|lollipop/i, 'hollow'],
  [/cross|stick|onlyOne|(zero|one)Or(One|More)/i, 'barb'],
];

/** The arrow heads of one picture: each is translated when an edge first uses it. */
export class MarkerTable {
  readonly markers: Marker[] = [];
  readonly #svg: Element;
  readonly #indexes = new Map<string, number>();

  constructor(svg: Element) {
    this.#svg = svg;
  }

  /** The index of the marker that an attribute names (`url(#…)`); undefined when there is none. */
  indexOf(reference: string | null): number | undefined {
    const id = /#([^)"']+)/.exec(reference ?? '')?.[1];
    if (id === undefined) return undefined;
    const known = this.#indexes.get(id);
    if (known !== undefined) return known;
    const element = [...this.#svg.querySelectorAll('marker')].find((marker) => marker.id === id);
    if (!element) return undefined;
    this.#indexes.set(id, this.markers.length);
    return (
      this.markers.push(translateMarker(element, KINDS.find(([name]) => name.test(id))?.[1] ?? 'head')) - 1
    );
  }
}

function translateMarker(marker: Element, role: Role): Marker {
  const number = (name: string, missing: number) =>
    round(parseFloat(marker.getAttribute(name) ?? '') || missing);
  const [x, y, width, height] = readNumbers(marker.getAttribute('viewBox') ?? '').map(round);
  const orient = marker.getAttribute('orient') ?? '0';
  return {
    ...(x !== undefined && y !== undefined && width && height && { viewBox: [x, y, width, height] as const }),
    refX: number('refX', 0),
    refY: number('refY', 0),
    width: number('markerWidth', 3),
    height: number('markerHeight', 3),
    orient: orient === 'auto' || orient === 'auto-start-reverse' ? orient : parseFloat(orient) || 0,
    outlines: [...marker.children].flatMap(
      (child) => SHAPES[child.tagName]?.(child, { looks: { role }, shift: [0, 0] }) ?? [],
    ),
  };
}
