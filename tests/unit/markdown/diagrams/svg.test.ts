import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../../../src/markdown/diagrams/drawing.ts';
import { buildSvg } from '../../../../src/markdown/diagrams/svg.ts';
import { printSvg } from './fixtures.ts';

const drawing: Drawing = {
  x: -4,
  y: 0,
  width: 120,
  height: 40,
  markers: [
    {
      viewBox: [0, 0, 10, 10],
      refX: 5,
      refY: 5,
      width: 8,
      height: 8,
      orient: 'auto',
      outlines: [{ tag: 'path', role: 'head', d: 'M0 0L10 5L0 10Z' }],
    },
  ],
  outlines: [
    { tag: 'rect', role: 'box', tone: 'aws', x: 0, y: 0, width: 50, height: 30, radius: 5 },
    { tag: 'circle', role: 'badge', cx: 1, cy: 2, r: 3 },
    { tag: 'path', role: 'edge', d: 'M50 15H90', weight: 'thick', dash: 'dotted', end: 0 },
  ],
  texts: [
    {
      role: 'label',
      tone: 'aws',
      anchor: 'middle',
      size: 14,
      lines: [{ x: 25, y: 20, runs: [{ text: '名' }] }],
    },
    {
      role: 'caption',
      anchor: 'start',
      size: 12,
      lines: [
        { x: 0, y: 1, runs: [{ text: '太', bold: true }, { text: 'い' }] },
        { x: 0, y: 2, runs: [{ text: '斜', italic: true }] },
      ],
    },
  ],
};

const print = (change: Partial<Drawing> = {}, title = '題') =>
  printSvg(buildSvg({ ...drawing, ...change }, { title, description: '説明' }, 'dx'));

it('prints every part of a drawing', () => {
  expect(print().replaceAll('><', '>\n<')).toBe(
    `
<svg xmlns="http://www.w3.org/2000/svg" class="dg" viewBox="-4 0 120 40" width="120" height="40" font-size="14" role="img" aria-labelledby="dx_t" aria-describedby="dx_d">
<title id="dx_t">題</title>
<desc id="dx_d">説明</desc>
<defs>
<marker id="dx_m0" viewBox="0 0 10 10" refX="5" refY="5" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">
<path class="dg-head" d="M0 0L10 5L0 10Z" />
</marker>
</defs>
<g fill="none" stroke="currentColor">
<rect class="dg-box dg-aws" x="0" y="0" width="50" height="30" rx="5" />
<circle class="dg-badge" cx="1" cy="2" r="3" />
<path class="dg-edge dg-thick dg-dotted" d="M50 15H90" marker-end="url(#dx_m0)" />
</g>
<g>
<text class="dg-label dg-aws" text-anchor="middle" x="25" y="20">名</text>
<text class="dg-caption" font-size="12">
<tspan x="0" y="1">
<tspan class="dg-bold">太</tspan>い</tspan>
<tspan x="0" y="2">
<tspan class="dg-italic">斜</tspan>
</tspan>
</text>
</g>
</svg>`.trim(),
  );
});

it('has no definitions without markers', () => expect(print({ markers: [] })).not.toContain('<defs'));

it('escapes the title', () => expect(print({}, '<b>"&')).toContain('>&#x3C;b>"&#x26;</title>'));

describe('the smallest width', () => {
  it.each([
    [399, 'dg'],
    [400, 'dg dg-w3'],
    [401, 'dg dg-w4'],
    [800, 'dg dg-w6'],
    [9_999, 'dg dg-w24'],
  ])('of a picture %i wide: %s', (width, names) => expect(print({ width })).toContain(`class="${names}"`));

  it('is never more than the picture has, nor less than three quarters of it', () => {
    for (let width = 400; width <= 3_200; width += 1) {
      const [, step] = /dg-w(\d+)/.exec(print({ width, texts: [], outlines: [], markers: [] })) ?? [];
      expect(Number(step) * 100).toBeLessThanOrEqual(width);
      expect(Number(step) * 100).toBeGreaterThanOrEqual(width * 0.75);
    }
  });
});
