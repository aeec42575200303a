import { expect, it } from 'vitest';
import type { MatchedSpot, Matches } from '../../../src/search/engine/match.ts';
import { rankPages } from '../../../src/search/engine/rank.ts';

const spot = (position: number): MatchedSpot => ({
  ...{ position, weight: 24, factor: 1, within: false, loose: false, synonym: false },
  phrase: { steps: [], length: 1 },
});

it('puts pages that answer alike into the order of the site, whichever was found first', () => {
  const matches = (...pages: number[]): Matches => new Map(pages.map((page) => [page, [spot(7)]]));
  const order = (terms: Matches[]) => rankPages(terms, 10).map(({ page }) => page);
  expect(order([matches(5, 2, 9)])).toEqual([2, 5, 9]);
  expect(order([matches(9, 5, 2), matches(2, 9, 5)])).toEqual([2, 5, 9]);
});
