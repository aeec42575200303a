import { blockWeight, isWithin } from '../layout.ts';
import { encodeStem, stemOf, tokenize } from '../tokens/index.ts';
import type { IndexReader } from './index-reader.ts';

/** One index word that must stand at a certain place of a phrase. */
export interface Step {
  readonly code: string;
  /** Positions behind the beginning of the phrase. */
  readonly offset: number;
  /** Whether any word that begins like the code will do. */
  readonly prefix: boolean;
}

/** Words that follow each other directly, as a text is typed. */
export interface Phrase {
  readonly steps: readonly Step[];
  /** Positions that it covers. */
  readonly length: number;
}

/** One place where a phrase stands. */
export interface Spot {
  readonly position: number;
  /** Of the block where it stands, in steps of 1/24. */
  readonly weight: number;
  /** Whether it begins inside a longer katakana word: コード in レコード. */
  readonly within: boolean;
  readonly phrase: Phrase;
}

/** Places by page number. */
export type Spots = ReadonlyMap<number, readonly Spot[]>;

const SCRIPT = /^ж/;

/**
 * The phrase for a text; undefined when nothing in it can be searched. Of the pairs of characters every other one is
 * enough to tell the phrase from any other, and halves what has to be loaded.
 *
 * @param open whether the last ASCII word may go on: it is still being typed
 */
export function toPhrase(text: string, { open = false } = {}): Phrase | undefined {
  const codes = tokenize(text).map(({ code }) => code);
  const isPair = (i: number) => SCRIPT.test(codes[i] ?? '') && !codes[i]?.endsWith('ъ');
  const steps: Step[] = [];
  let inRun = 0;
  codes.forEach((code, offset) => {
    if (!SCRIPT.test(code)) {
      const prefix = open && offset === codes.length - 1;
      steps.push({ code: prefix ? code.slice(0, -1) : code, offset, prefix });
    } else if (isPair(offset)) {
      if (inRun % 2 === 0 || !isPair(offset + 1)) steps.push({ code, offset, prefix: false });
      inRun += 1;
      return;
    } else if (inRun === 0) steps.push({ code: code.slice(0, -1), offset, prefix: true });
    inRun = 0;
  });
  return steps.length > 0 ? { steps, length: codes.length } : undefined;
}

/** The phrase for all forms of a verb (消す: 消し, 消さない); undefined for other words. */
export function toStem(text: string): Phrase | undefined {
  const character = stemOf(text);
  if (character === undefined) return undefined;
  return { steps: [{ code: encodeStem(character), offset: 0, prefix: true }], length: 2 };
}

/** A phrase of whole index words. */
export const phraseOf = (codes: readonly string[]): Phrase => ({
  steps: codes.map((code, offset) => ({ code, offset, prefix: false })),
  length: codes.length,
});

/** Finds all places of a phrase. */
export async function findPhrase(index: IndexReader, phrase: Phrase): Promise<Spots> {
  const found = await Promise.all(
    phrase.steps.map(async ({ code, offset, prefix }) => ({
      offset,
      postings: await (prefix ? index.findPrefix(code) : index.find(code)),
    })),
  );
  const [rarest, ...others] = found.sort((a, b) => a.postings.size - b.postings.size);
  const spots = new Map<number, Spot[]>();
  for (const [page, places] of rarest?.postings ?? []) {
    const rest = others.map(({ offset, postings }) => ({ offset, places: new Map(postings.get(page)) }));
    const here = places.flatMap(([at, weight]): Spot[] => {
      const position = at - (rarest?.offset ?? 0);
      const whole = rest.every((other) => other.places.has(position + other.offset));
      if (!whole) return [];
      const first = rest.find(({ offset }) => offset === 0)?.places.get(position) ?? weight;
      return [{ position, weight: blockWeight(weight), within: isWithin(first), phrase }];
    });
    if (here.length > 0) spots.set(page, here);
  }
  return spots;
}
