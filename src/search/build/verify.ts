import { gunzipSync } from 'node:zlib';
import type { IndexFile } from 'pagefind';
import { diagnose, startOf, type Diagnostic } from '../../diagnostics/index.ts';
import { readChunk, readMeta } from '../reader/pagefind-files.ts';
import type { IndexedPage } from './run-pagefind.ts';
import { weighWords } from './stream.ts';

/** A word with its weight, as one entry of a position. */
type Cell = string;
const cellOf = (word: string, weight: number): Cell => `${word}/${weight}`;

/**
 * Reads the finished index back and compares it with what went in: every position of every page must hold the word
 * that stands there, with its weight, and nothing else.
 *
 * @param order the pages by their number in the index
 * @returns the first difference of each page
 */
export function verifyIndex(files: readonly IndexFile[], order: readonly IndexedPage[]): Diagnostic[] {
  const unpacked = (path: string) => {
    const file = files.find((f) => f.path === path);
    if (!file) throw new RangeError(`${path} is missing`);
    return gunzipSync(file.content);
  };
  const found = order.map((): Cell[] => []);
  for (const { name } of readMeta(unpacked(metaPath(files))))
    for (const [word, pages] of readChunk(unpacked(`index/${name}.pf_index`)))
      for (const [page, places] of pages)
        for (const [position, weight] of places) {
          const cells = (found[page] ??= []);
          const cell = cellOf(word, weight);
          cells[position] = cells[position] === undefined ? cell : `${cells[position]}+${cell}`;
        }
  return found.flatMap((cells, i) => {
    const expected = (order[i]?.blocks ?? []).flatMap((block) => {
      const weights = weighWords(block);
      return block.words.map((word, n) => cellOf(word, weights[n] ?? 0));
    });
    const position = Array.from({ length: Math.max(cells.length, expected.length) }).findIndex(
      (_, at) => cells[at] !== expected[at],
    );
    if (position < 0) return [];
    return diagnose('N601', startOf(order[i]?.page.path ?? ''), {
      position,
      expected: expected[position] ?? '',
      found: cells[position] ?? '',
    });
  });
}

export const metaPath = (files: readonly IndexFile[]): string =>
  files.find(({ path }) => path.endsWith('.pf_meta'))?.path ?? '';
