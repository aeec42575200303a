import { editDistance } from '../../diagnostics/nearest.ts';
import { joinWord, keyOf } from '../tokens/index.ts';
import type { Dictionary } from './shards.ts';

/** Shorter words are not corrected: too many others are near. */
const SHORTEST = 4;
/** From this length on two letters may be wrong. */
const TWO_FAULTS = 8;

/**
 * The known word that was most likely meant, or undefined when none is near or the word is known itself.
 *
 * @param vocabulary the words of the site with the number of pages that hold each
 */
export async function correct(word: string, vocabulary: Dictionary<number>): Promise<string | undefined> {
  const typed = joinWord(keyOf(word));
  if (typed.length < SHORTEST || /^(.)\1*$/u.test(typed)) return undefined;
  const most = typed.length >= TWO_FAULTS ? 2 : 1;
  let best: string | undefined;
  let bestFaults = most + 1;
  let bestPages = 0;
  const alike = await Promise.all(beginningsOf(typed).map(vocabulary.startingWith));
  for (const [known, pages] of alike.flat()) {
    const faults = editDistance(typed, known, most);
    if (faults > most || faults > bestFaults || (faults === bestFaults && pages <= bestPages)) continue;
    [best, bestFaults, bestPages] = [known, faults, pages];
  }
  return bestFaults === 0 ? undefined : best;
}

/** Katakana that are heard alike. */
const ROWS =
  'アイウエオ カキクケコガギグゲゴ サシスセソザジズゼゾ タチツテトダヂヅデド ハヒフヘホバビブベボパピプペポ マミムメモ ラリルレロ'.split(
    ' ',
  );

/** People rarely get the first letter wrong; they may swap the first two, or hear another vowel: レポジトリ. */
function beginningsOf([first = '', second = '']: string): string[] {
  const alike = ROWS.find((row) => row.includes(first)) ?? first;
  return first === second ? [...alike] : [...alike, second + first];
}
