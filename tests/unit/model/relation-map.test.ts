import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutRelations, type RelationMapItem } from '../../../src/model/relation-map.ts';
import type { RelatedService } from '../../../src/model/relations.ts';
import { relationTypeSchema, serviceSchema, type RelationType } from '../../../src/schema/index.ts';

const data = serviceSchema.parse({
  name: 'AWS Middle',
  shortName: 'Middle',
  reading: 'みどる',
  category: 'compute',
  summary: '説明。',
  docs: [{ title: '公式', url: 'https://docs.aws.amazon.com/' }],
  updated: '2026-11-22',
});

const related = (title: string, ...types: RelationType[]): RelatedService => ({
  slug: title.toLowerCase() as never,
  title,
  path: `/services/${title.toLowerCase()}/`,
  relations: types.map((type) => ({ type, note: undefined })),
});

describe('layOutRelations', () => {
  it('groups neighbours by type in the order of the schema, and tells the directions apart', () => {
    const { sides } = layOutRelations({
      data,
      incoming: [related('In', 'logs-to')],
      outgoing: [related('A', 'uses', 'triggers'), related('B', 'triggers')],
    });
    expect(
      sides.map(({ direction, groups }) => [
        direction,
        ...groups.map(({ type, items }) => [type, ...items.map(({ title }) => title)]),
      ]),
    ).toEqual([
      ['incoming', ['logs-to', 'In']],
      ['outgoing', ['triggers', 'A', 'B'], ['uses', 'A']],
    ]);
  });

  it('points into the middle from above, and at what is below', () => {
    const { sides, middle } = layOutRelations({
      data,
      incoming: [related('In', 'uses')],
      outgoing: [related('Out', 'uses')],
    });
    const [above, below] = sides;
    expect(above?.trunk).toMatch(new RegExp(`V${middle.y}m-4-6 4 6 4-6$`));
    expect(above?.groups[0]?.line).not.toContain('m-4-4 4 4-4 4');
    expect(below?.trunk).toContain(` ${middle.y + middle.height}V`);
    expect(below?.groups[0]?.line).toMatch(/m-4-4 4 4-4 4$/);
  });

  it('begins with the middle when nothing comes in', () => {
    const { sides, middle } = layOutRelations({ data, incoming: [], outgoing: [related('Out', 'uses')] });
    expect(sides.map(({ direction }) => direction)).toEqual(['outgoing']);
    expect(middle.y).toBe(0);
  });

  it('keeps names apart and in the picture, however many', () => {
    const name = fc
      .tuple(fc.constantFrom('S3', 'Lambda', 'CloudWatch', 'EC2 Image Builder', '基礎用語'), fc.nat())
      .map(([text, n]) => `${text} ${n % 100}`);
    const neighbour = fc
      .tuple(name, fc.uniqueArray(fc.constantFrom(...relationTypeSchema.options), { minLength: 1 }))
      .map(([title, types]) => related(title, ...types));
    const neighbours = fc.uniqueArray(neighbour, { selector: ({ slug }) => slug, maxLength: 80 });
    fc.assert(
      fc.property(neighbours, neighbours, (incoming, outgoing) => {
        const { sides, middle, width, height } = layOutRelations({ data, incoming, outgoing });
        for (const { direction, groups } of sides) {
          const items = groups.flatMap((group) => group.items);
          const given = direction === 'incoming' ? incoming : outgoing;
          expect(items).toHaveLength(given.flatMap(({ relations }) => relations).length);
          for (const { x, y } of items) {
            expect(direction === 'incoming' ? y < middle.y : y > middle.y + middle.height).toBe(true);
            expect(x < width && y < height).toBe(true);
          }
          expect(tooClose(items)).toEqual([]);
        }
      }),
      { numRuns: 50 },
    );
  });
});

/** Neighbours in reading order that a finger could not tell apart, or whose letters would touch. */
const tooClose = (items: readonly RelationMapItem[]) =>
  items.slice(1).filter((item, i) => {
    const before = items[i];
    if (!before) return false;
    return item.y === before.y ? item.x - before.x < before.title.length * 5 + 10 : item.y - before.y < 24;
  });
