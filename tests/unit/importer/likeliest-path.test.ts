import { expect, it } from 'vitest';
import { likeliestPath } from '../../../src/importer/likeliest-path.ts';

const rows = [
  [3, 0],
  [0, 1],
  [3, 0],
  [0, 5],
  [0, 1],
];

it.each([
  [0, [0, 1, 0, 1, 1]],
  [2, [0, 0, 0, 1, 1]],
  [9, [1, 1, 1, 1, 1]],
])('with changes at %d goes %j', (price, path) => {
  expect(likeliestPath(rows, () => price)).toEqual(path);
});

it('pays what each change costs', () => {
  expect(likeliestPath(rows, (from) => (from === 0 ? 9 : 0))).toEqual([1, 1, 1, 1, 1]);
});

it('keeps the earlier state where both are as good', () => {
  expect(
    likeliestPath(
      [
        [0, 0],
        [0, 0],
      ],
      () => 1,
    ),
  ).toEqual([0, 0]);
});
