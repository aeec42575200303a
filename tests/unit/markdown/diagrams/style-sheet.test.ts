import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROLES, TEXT_ROLES } from '../../../../src/markdown/diagrams/drawing.ts';
import { TONES } from '../../../../src/markdown/diagrams/tones.ts';

const css = readFileSync(new URL('../../../../src/styles/diagrams.css', import.meta.url), 'utf8');

/** The variables of the style sheet, in both schemes. */
const variables = new Map(
  [...css.matchAll(/--dg-([\w-]+): (?:light-dark\((#\w{6}), (#\w{6})\)|var\(--dg-(\w+)\));/g)].map(
    ([, name = '', light, dark, other]) => [name, { light, dark, other }],
  ),
);

function colour(name: string, scheme: 'light' | 'dark'): string {
  const { [scheme]: value, other } = variables.get(name) ?? {};
  return value ?? (other ? colour(other, scheme) : '');
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [r = NaN, g = NaN, b = NaN] = [1, 3, 5].map((i) => {
    const part = parseInt(hex.slice(i, i + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const grounds = ['paper', 'box', 'note', ...TONES];

describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  it.each([...grounds.map((ground) => ['ink', ground]), ['muted-ink', 'muted'], ['paper', 'line']])(
    '%s can be read on %s',
    (text, ground) => {
      expect(
        contrast(colour(text as string, scheme), colour(ground as string, scheme)),
      ).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([
    ['line', 'paper'],
    ['frame', 'paper'],
    ['frame', 'box'],
    ...['box', 'note', ...TONES].flatMap((name) => [
      [`${name}-line`, 'paper'],
      [`${name}-line`, name],
    ]),
  ])('%s can be seen on %s', (line, ground) => {
    expect(contrast(colour(line as string, scheme), colour(ground as string, scheme))).toBeGreaterThanOrEqual(
      3,
    );
  });
});

it('has a rule for everything that a picture may hold', () => {
  const names = [...ROLES, ...TEXT_ROLES, ...TONES, 'thick', 'dotted', 'dashed', 'bold', 'italic'];
  const widths = Array.from({ length: 22 }, (_, i) => `w${i + 3}`);
  const selectors = new Set([...css.matchAll(/\.dg-([\w-]+)/g)].map(([, name]) => name));
  expect([...names, ...widths].filter((name) => !selectors.has(name))).toEqual([]);
  expect([...selectors].filter((name) => ![...names, ...widths].includes(name as string))).toEqual([]);
});
