import { relationTypeSchema, type RelationType, type ServiceSlug } from '../schema/index.ts';
import { widthOfName } from './name-width.ts';
import type { RelatedService } from './relations.ts';
import type { ServicePage } from './service-page.ts';

/** A service at the other end of a relation, where its name begins. */
export interface RelationMapItem {
  readonly slug: ServiceSlug;
  readonly title: string;
  readonly path: string;
  readonly x: number;
  readonly y: number;
}

/** All services that stand in one relation to the service in the middle. */
export interface RelationMapGroup {
  readonly type: RelationType;
  readonly y: number;
  /** From the trunk to the names, as path data. */
  readonly line: string;
  readonly items: readonly RelationMapItem[];
}

/** The relations of one direction: a trunk to or from the middle, with a branch for each type. */
export interface RelationMapSide {
  readonly direction: 'incoming' | 'outgoing';
  readonly y: number;
  readonly trunk: string;
  readonly groups: readonly RelationMapGroup[];
}

/** What one service has to do with others: incoming above it, outgoing below. The top left corner is 0, 0. */
export interface RelationMap {
  readonly width: number;
  readonly height: number;
  readonly trunkX: number;
  readonly namesX: number;
  readonly middle: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly sides: readonly RelationMapSide[];
}

/** As wide as the text of a phone, so that a unit there is a pixel. */
const WIDTH = 352;
const TRUNK = 98;
const NAMES = 118;
const BETWEEN_NAMES = 14;
/** Far enough apart for a finger (WCAG 2.5.8). */
const ROW = 25;
const BETWEEN_GROUPS = 6;
const CAPTION = 26;
const MIDDLE = 34;
/** Between a trunk and the box in the middle, room for the arrowhead. */
const STEM = 20;

/**
 * Lays out the neighbours of one service as a tree that grows both ways from it. Rows, not a circle: a hundred names
 * can still be read, on a phone too.
 */
export function layOutRelations({
  data,
  incoming,
  outgoing,
}: Pick<ServicePage, 'data' | 'incoming' | 'outgoing'>): RelationMap {
  const sides: RelationMapSide[] = [];
  let y = 0;
  if (incoming.length > 0) {
    const above = layOutGroups(incoming, CAPTION, 'incoming');
    y = above.end + STEM;
    const first = above.groups[0]?.y ?? 0;
    sides.push({
      direction: 'incoming',
      y: CAPTION / 2,
      trunk: `M${TRUNK} ${first + 6}V${y}m-4-6 4 6 4-6`,
      groups: above.groups,
    });
  }
  const width = widthOfName(data.shortName) * 1.15 + 24;
  const middle = {
    x: Math.max(1, Math.round(TRUNK - width / 2)),
    y,
    width: Math.round(width),
    height: MIDDLE,
  };
  y += MIDDLE;
  if (outgoing.length > 0) {
    const below = layOutGroups(outgoing, y + CAPTION + 4, 'outgoing');
    const last = below.groups.at(-1)?.y ?? 0;
    sides.push({
      direction: 'outgoing',
      y: y + CAPTION / 2 + 4,
      trunk: `M${TRUNK} ${y}V${last - 6}`,
      groups: below.groups,
    });
    y = below.end;
  }
  return { width: WIDTH, height: y + 1, trunkX: TRUNK, namesX: NAMES, middle, sides };
}

/** The groups of one direction below `top`, in the order of the schema, and where they end. */
function layOutGroups(
  related: readonly RelatedService[],
  top: number,
  direction: RelationMapSide['direction'],
): { groups: RelationMapGroup[]; end: number } {
  let end = top - BETWEEN_GROUPS;
  const groups = relationTypeSchema.options.flatMap((type): RelationMapGroup[] => {
    const members = related.filter(({ relations }) => relations.some((relation) => relation.type === type));
    if (members.length === 0) return [];
    const y = end + BETWEEN_GROUPS + ROW / 2;
    const items = placeNames(members, y);
    const last = items.at(-1)?.y ?? y;
    end = last + ROW / 2;
    return [{ type, y, line: drawBranch(y, last, direction), items }];
  });
  return { groups, end };
}

/** One after the other, as many to a row as fit. */
function placeNames(members: readonly RelatedService[], top: number): RelationMapItem[] {
  let [x, y] = [NAMES, top];
  return members.map(({ slug, title, path }) => {
    const width = widthOfName(title);
    if (x > NAMES && x + width > WIDTH) [x, y] = [NAMES, y + ROW];
    const item = { slug, title, path, x: Math.round(x), y };
    x += width + BETWEEN_NAMES;
    return item;
  });
}

/** Bends towards the middle; an outgoing branch ends in an arrowhead. Beside several rows stands a bar. */
function drawBranch(y: number, last: number, direction: RelationMapSide['direction']): string {
  const x = NAMES - 7;
  const branch =
    direction === 'incoming'
      ? `M${x} ${y}H${TRUNK + 6}q-6 0-6 6`
      : `M${TRUNK} ${y - 6}q0 6 6 6H${x}m-4-4 4 4-4 4`;
  return last === y ? branch : `${branch}M${x} ${y - 7}V${last + 7}`;
}
