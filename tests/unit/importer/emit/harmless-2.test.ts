import { describe, it } from 'vitest';
import { expectHarmless } from './random-trees.ts';

// With its sister file 50,000 random blocks; two files, so that they run side by side.
describe('a tree of hostile text', () => {
  it.each([6, 7, 8, 9, 10])('never writes anything that runs (seed %i)', (seed) =>
    expectHarmless(seed, 5000),
  );
});
