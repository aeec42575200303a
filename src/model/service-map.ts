import { hierarchy, type HierarchyNode } from 'd3-hierarchy';
import { curveBundle, lineRadial } from 'd3-shape';
import type { RelationType, ServiceSlug } from '../schema/index.ts';
import { CATEGORY_LABELS } from './labels.ts';
import { widthOfName } from './name-width.ts';
import type { RelationEdge } from './relations.ts';
import type { ServicePage } from './service-page.ts';

/** A service on the ring. Angles are in degrees, clockwise from the top. */
export interface MapNode {
  readonly slug: ServiceSlug;
  readonly title: string;
  readonly path: string;
  readonly angle: number;
}

/** The name of a category beside its stretch of the ring. */
export interface MapCategory {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  /** The arc inside the labels, as path data. */
  readonly arc: string;
}

export interface MapEdge {
  readonly from: ServiceSlug;
  readonly to: ServiceSlug;
  readonly type: RelationType;
  readonly path: string;
}

/** All services on a ring, by category, and their relations as bundled curves. The centre is 0, 0. */
export interface ServiceMap {
  /** Where names begin. */
  readonly radius: number;
  readonly width: number;
  /** The upper edge; the centre is at 0. */
  readonly top: number;
  readonly height: number;
  readonly nodes: readonly MapNode[];
  readonly categories: readonly MapCategory[];
  readonly edges: readonly MapEdge[];
}

const RADIUS = 350;
/** Between the ring and the names of services. */
const MARGIN = 12;
/** How far beyond the ring the names of categories stand. */
const NAMES = 95;
const WIDTH = 1500;
/** Between two categories, in widths of a service. */
const GAP = 1.5;
/** How closely curves follow the hierarchy: 0 straight, 1 through its centre. */
const BUNDLING = 0.82;
const LINE = 22;
/** Size of the letters of a name (src/styles/service-map.css). */
const NAME = 14;

type Place = { id: string; angle: number; radius: number; children?: Place[] };

/**
 * Lays out the relations of all services as a hierarchical edge bundle (Holten 2006): curves between the same two
 * categories run together, so that three hundred of them can still be read.
 */
export function layOutMap(
  categories: readonly {
    readonly category: keyof typeof CATEGORY_LABELS;
    readonly services: readonly ServicePage[];
  }[],
  relations: readonly RelationEdge[],
): ServiceMap {
  const slots = categories.reduce((sum, { services }) => sum + services.length + GAP, 0);
  const step = 360 / slots;
  let slot = GAP / 2;
  const stretches = categories.map(({ category, services }) => {
    const start = slot;
    const members = services.map((service) => ({ service, angle: (slot++ + 0.5) * step }));
    const end = slot;
    slot += GAP;
    return { label: CATEGORY_LABELS[category], category, members, start: start * step, end: end * step };
  });

  const tree = hierarchy<Place>({
    id: '',
    angle: 0,
    radius: 0,
    children: stretches.map(({ category, members, start, end }) => ({
      id: category,
      angle: (start + end) / 2,
      radius: RADIUS / 2.4,
      children: members.map(({ service, angle }) => ({ id: `/${service.slug}`, angle, radius: RADIUS })),
    })),
  });
  const leaves = new Map(tree.leaves().map((leaf) => [leaf.data.id, leaf]));
  const nodes = stretches.flatMap(({ members }) =>
    members.map(({ service: { slug, path, data }, angle }) => ({
      slug,
      path,
      title: data.shortName,
      angle,
    })),
  );
  const ends = nodes.map(endOf);
  const top = Math.min(-RADIUS - MARGIN, ...ends);
  return {
    radius: RADIUS + MARGIN,
    width: WIDTH,
    top,
    height: Math.max(RADIUS + MARGIN, ...ends) - top,
    nodes,
    categories: placeCategories(stretches, top),
    edges: relations.flatMap(({ from, to, type }): MapEdge[] => {
      const [source, target] = [leaves.get(`/${from}`), leaves.get(`/${to}`)];
      return source && target ? [{ from, to, type, path: bundle(source, target) }] : [];
    }),
  };
}

const curve = lineRadial<HierarchyNode<Place>>()
  .angle(({ data }) => (data.angle * Math.PI) / 180)
  .radius(({ data }) => data.radius)
  .curve(curveBundle.beta(BUNDLING))
  .digits(0);

const bundle = (source: HierarchyNode<Place>, target: HierarchyNode<Place>): string =>
  curve(source.path(target)) ?? '';

/** How far below the centre a name ends; negative above it. */
const endOf = ({ title, angle }: MapNode): number =>
  Math.round(-Math.cos((angle * Math.PI) / 180) * (RADIUS + 2 * MARGIN + (widthOfName(title) * NAME) / 13));

/** Names of categories stand in a column at either side, as near to their stretch as their neighbours allow. */
function placeCategories(
  stretches: readonly { label: string; start: number; end: number }[],
  top: number,
): MapCategory[] {
  const wanted = stretches.map(({ label, start, end }) => {
    const middle = (((start + end) / 2) * Math.PI) / 180;
    const right = Math.sin(middle) >= 0;
    return {
      label,
      anchor: right ? ('end' as const) : ('start' as const),
      x: (right ? 1 : -1) * (WIDTH / 2),
      y: -Math.cos(middle) * (RADIUS + NAMES),
      arc: describeArc(start, end),
    };
  });
  return (['start', 'end'] as const).flatMap((anchor) => {
    const column = wanted.filter((category) => category.anchor === anchor).toSorted((a, b) => a.y - b.y);
    let free = top + LINE;
    return column.map((category) => {
      const y = Math.max(category.y, free);
      free = y + LINE;
      return { ...category, y: Math.round(y) };
    });
  });
}

function describeArc(start: number, end: number): string {
  const at = (degrees: number) => {
    const angle = (degrees * Math.PI) / 180;
    const r = RADIUS + 4;
    return `${Math.round(Math.sin(angle) * r)} ${Math.round(-Math.cos(angle) * r)}`;
  };
  return `M${at(start)}A${RADIUS + 4} ${RADIUS + 4} 0 0 1 ${at(end)}`;
}
