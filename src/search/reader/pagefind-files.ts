import { decodeCbor, decodeText } from './cbor.ts';

/**
 * Reads the files of a Pagefind 1.5 index, as `pagefind_index` writes them. The build decodes each file that it
 * publishes with these functions and compares the result with what went in, word by word.
 */

/** One place of a word on a page. Weights are steps of 1/24. */
export type Place = readonly [position: number, weight: number];

/** Where a word stands: its places on each page, by page number. Both ascend. */
export type Postings = ReadonlyMap<number, readonly Place[]>;

export interface IndexChunk {
  /** Begins like its first word, as far as that takes to be greater than all words of the chunk before. */
  readonly from: string;
  /** Name of the file without its ending. */
  readonly name: string;
}

/** Every file begins with this, once it is unpacked. */
const SIGNATURE = 'pagefind_dcd';

/** Decodes an unpacked file; throws a `RangeError` when it is not one of Pagefind's. */
function decodeFile<T>(bytes: Uint8Array): T {
  if (decodeText(bytes.subarray(0, SIGNATURE.length)) !== SIGNATURE)
    throw new RangeError('no file of Pagefind');
  return decodeCbor(bytes.subarray(SIGNATURE.length)) as T;
}

type MetaFile = [version: string, pages: unknown, chunks: [from: string, to: string, name: string][]];

/** The chunks of the index, in the order of their words. */
export const readMeta = (bytes: Uint8Array): IndexChunk[] =>
  decodeFile<MetaFile>(bytes)[2].map(([from, , name]) => ({ from, name }));

type ChunkFile = [words: [word: string, pages: [page: number, positions: number[], meta: number[]][]][]];

/** The words of a chunk, in their order. */
export function readChunk(bytes: Uint8Array): Map<string, Postings> {
  const [words] = decodeFile<ChunkFile>(bytes);
  return new Map(
    words.map(([word, pages]) => {
      let page = 0;
      return [word, new Map(pages.map(([step, packed]) => [(page += step), unpackPlaces(packed)]))];
    }),
  );
}

/** Positions come by weight: a negative number -1 - w sets the weight w and starts again from position 0. */
function unpackPlaces(packed: readonly number[]): Place[] {
  const places: Place[] = [];
  let weight = 0;
  let position = 0;
  for (const step of packed) {
    if (step < 0) [weight, position] = [-1 - step, 0];
    else places.push([(position += step), weight]);
  }
  return places.sort(([a], [b]) => a - b);
}
