import { readFileSync, writeFileSync } from 'node:fs';
import { fromHtml } from 'hast-util-from-html';
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDiagramRenderer } from '../../../../src/markdown/diagrams/index.ts';
import type { Drawing } from '../../../../src/markdown/diagrams/drawing.ts';
import { findMisfits } from './fit.ts';
import { createMemoryCache, fixtures, printSvg } from './fixtures.ts';

const cache = createMemoryCache();
const renderer = createDiagramRenderer({ cache });
const drawn = new Map<string, { svg: string; drawing: Drawing }>();

beforeAll(async () => {
  for (const { name, source } of fixtures) {
    const known = new Set(cache.entries.keys());
    const result = await renderer.render(source, name);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`);
    const [key = ''] = [...cache.entries.keys()].filter((candidate) => !known.has(candidate));
    const drawing = JSON.parse(cache.entries.get(key) ?? '') as Drawing;
    drawn.set(name, { svg: printSvg(result.svg), drawing });
  }
}, 120_000);
afterAll(() => renderer.close());

describe.each(fixtures)('$name', ({ name, source, golden }) => {
  const svg = () => drawn.get(name)?.svg ?? '';

  it('is drawn as before (UPDATE=1 accepts a change)', () => {
    const picture = `${svg()}\n`;
    if (process.env['UPDATE'] === '1') writeFileSync(golden, picture);
    expect(picture).toBe(readFileSync(golden, 'utf8'));
  });

  it('keeps every text in its box and in the picture', () => {
    const { drawing } = drawn.get(name) as { drawing: Drawing };
    expect(drawing.texts.length).toBeGreaterThan(3);
    expect(findMisfits(drawing)).toEqual([]);
  });

  it('carries its title, its description and its size', () => {
    const { drawing } = drawn.get(name) as { drawing: Drawing };
    expect(svg()).toContain(`>${/accTitle: (.+)/.exec(source)?.[1]}</title>`);
    expect(svg()).toMatch(/<desc [^>]*>[^<]{10,}<\/desc>/);
    expect(svg()).toContain(`width="${drawing.width}" height="${drawing.height}"`);
  });

  it('has only the elements, attributes and ids that it needs', () => {
    const { elements, attributes, ids, references } = inventory(svg());
    expect(elements.difference(ELEMENTS)).toEqual(new Set());
    expect(attributes.difference(ATTRIBUTES)).toEqual(new Set());
    expect(ids).toEqual(references);
    expect(svg()).not.toMatch(/\d\.\d\d/);
  });
});

describe('all diagrams', () => {
  it('are the same bytes when other processes draw them in another order', async () => {
    const some = ['serverless-map', 'token-authorizer', 'stack-update'];
    const other = createDiagramRenderer({ cache: createMemoryCache(), drawingsPerProcess: 2 });
    const sources = some.map((name) => fixtures.find((fixture) => fixture.name === name)?.source ?? '');
    const results = await Promise.all(sources.map((source, i) => other.render(source, some[i] ?? '')));
    other.close();
    const pictures = results.map((result) => (result.ok ? printSvg(result.svg) : result.problem));
    expect(pictures).toEqual(some.map((name) => drawn.get(name)?.svg));
  });

  it('share no ids', () => {
    const ids = fixtures.flatMap(({ name }) => [...inventory(drawn.get(name)?.svg ?? '').ids]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

const ELEMENTS = new Set('svg title desc defs marker g rect circle path text tspan'.split(' '));
const ATTRIBUTES = new Set(
  (
    'xmlns viewBox width height fontSize role ariaLabelledBy ariaDescribedBy id className x y rx cx cy r d fill stroke ' +
    'textAnchor markerStart markerEnd markerWidth markerHeight markerUnits orient refX refY'
  ).split(' '),
);

/** What an SVG is made of, as a browser reads it inside a page. */
function inventory(svg: string) {
  const [elements, attributes, ids, references] = [0, 0, 0, 0].map(() => new Set<string>()) as [
    Set<string>,
    Set<string>,
    Set<string>,
    Set<string>,
  ];
  visit(fromHtml(svg, { fragment: true }), 'element', ({ tagName, properties }: Element) => {
    elements.add(tagName);
    for (const [name, value] of Object.entries(properties)) {
      attributes.add(name);
      if (name === 'id') ids.add(String(value));
      if (/^aria/.test(name)) [value].flat().forEach((id) => references.add(String(id)));
      for (const [, id = ''] of String(value).matchAll(/url\(#([^)]+)\)/g)) references.add(id);
    }
  });
  return { elements, attributes, ids, references };
}
