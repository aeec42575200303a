/**
 * Viterbi: one state for each row, such that the sum of the gains less the prices of all changes is the highest. Of equal
 * ways, that through the earlier state is taken.
 *
 * @param gains for each row, what each state gains there
 * @param priceOf what it costs to go from one state to another
 */
export function likeliestPath(
  gains: readonly (readonly number[])[],
  priceOf: (from: number, to: number) => number,
): number[] {
  const [first = [], ...rest] = gains;
  let sums = [...first];
  const cameFrom: number[][] = [];
  for (const row of rest) {
    const before = sums;
    const after = (from: number, to: number) => (before[from] ?? 0) - (from === to ? 0 : priceOf(from, to));
    const from = row.map((_, to) =>
      before.reduce((best, _sum, state) => (after(state, to) > after(best, to) ? state : best), 0),
    );
    sums = row.map((gain, to) => gain + after(from[to] ?? to, to));
    cameFrom.push(from);
  }
  const path = [sums.indexOf(Math.max(...sums))];
  for (const from of cameFrom.toReversed()) path.push(from[path.at(-1) ?? 0] ?? 0);
  return path.toReversed();
}
