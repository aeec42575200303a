import { expect, it } from 'vitest';
import type { MatchedSpot, Matches } from '../../../src/search/engine/match.ts';
import { rankPages } from '../../../src/search/engine/rank.ts';
import { WEIGHTS } from '../../../src/search/layout.ts';

const spot = (position: number, weight: number = WEIGHTS.body): MatchedSpot => ({
  ...{ position, weight, factor: 1, within: false, loose: false, synonym: false },
  phrase: { steps: [], length: 1 },
});

it('puts pages that answer alike into the order of the site, whichever was found first', () => {
  const matches = (...pages: number[]): Matches => new Map(pages.map((page) => [page, [spot(7)]]));
  const order = (terms: Matches[]) => rankPages(terms, 10).map(({ page }) => page);
  expect(order([matches(5, 2, 9)])).toEqual([2, 5, 9]);
  expect(order([matches(9, 5, 2), matches(2, 9, 5)])).toEqual([2, 5, 9]);
});

it('takes a word for four times nearer when it stands below a heading that has the other', () => {
  const nearness = (one: MatchedSpot, other: MatchedSpot) =>
    rankPages([new Map([[0, [one]]]), new Map([[0, [other]]])], 10)[0]?.nearness ?? 0;
  const apart = (distance: number) => nearness(spot(10), spot(10 + distance));
  const heading = spot(10, WEIGHTS.heading);
  expect(apart(10)).toBeGreaterThan(apart(40));
  expect(nearness(heading, spot(50))).toBeCloseTo(apart(10));
  expect(nearness(spot(50), heading)).toBeCloseTo(apart(10));
  // What stands above a heading is not its business.
  expect(nearness(spot(10), spot(50, WEIGHTS.heading))).toBeCloseTo(apart(40));
});
