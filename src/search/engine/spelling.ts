import { joinWord, keyOf } from '../tokens/index.ts';

/** Words of the site with the number of pages that hold each. */
export type Vocabulary = readonly (readonly [word: string, pages: number])[];

/** Shorter words are not corrected: too many others are near. */
const SHORTEST = 4;
/** From this length on two letters may be wrong. */
const TWO_FAULTS = 8;

/** The known word that was most likely meant, or undefined when none is near or the word is known itself. */
export function correct(word: string, vocabulary: Vocabulary): string | undefined {
  const typed = joinWord(keyOf(word));
  if (typed.length < SHORTEST || /^(.)\1*$/u.test(typed)) return undefined;
  const most = typed.length >= TWO_FAULTS ? 2 : 1;
  let best: string | undefined;
  let bestFaults = most + 1;
  let bestPages = 0;
  for (const [known, pages] of vocabulary) {
    if (!beginsAlike(typed, known)) continue;
    const faults = countFaults(typed, known, most);
    if (faults > most || faults > bestFaults || (faults === bestFaults && pages <= bestPages)) continue;
    [best, bestFaults, bestPages] = [known, faults, pages];
  }
  return bestFaults === 0 ? undefined : best;
}

/** People rarely get the first letter wrong; they may swap the first two. */
const beginsAlike = (a: string, b: string): boolean =>
  a.charAt(0) === b.charAt(0) || (a.charAt(0) === b.charAt(1) && a.charAt(1) === b.charAt(0));

/**
 * Letters that are wrong, missing, too many or swapped with their neighbour (optimal string alignment); `most + 1` when
 * there are more than `most`.
 */
export function countFaults(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let faults = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        faults = Math.min(faults, (beforeLast[j - 2] ?? 0) + 1);
      row.push(faults);
    }
    if (Math.min(...row) > most) return most + 1;
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
