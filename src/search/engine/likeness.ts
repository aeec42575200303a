import { normalize } from '../tokens/index.ts';

const SIGN = /[\u3400-\u9fff]|[ァ-ヺー]{2,}|[a-z0-9]{2,}/g;
/** Between the signs that texts have once and those that they have more often. */
const OFTEN = '/';

/**
 * What sentences are compared by: each Chinese character, katakana word and ASCII word once. Single characters tell more
 * than words do: 止めたい and 停止する have one in common.
 */
export const signsOf = (text: string): string[] => [...new Set(normalize(text).text.match(SIGN))];

/** The signs of texts that say one thing, in few letters: those that one text has, then those that several have. */
export function packSigns(texts: readonly string[]): string {
  const all = texts.flatMap(signsOf);
  const often = new Set(all.filter((sign, i) => all.indexOf(sign) < i));
  const pack = (signs: Iterable<string>) =>
    [...signs].join(' ').replace(/(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])/g, '');
  return [pack(new Set(all).difference(often)), pack(often)].join(OFTEN);
}

/** A text, and how much of a sentence it says, rare signs counting more: from 0 for nothing to 1. */
export type Likeness<T> = readonly [text: T, likeness: number];

/** How much is added by having a sign more often, and how much is taken off for being long: BM25's k and b. */
const REPEATED = 1;
const LONG = 0.5;

/**
 * Tells which texts say most of a sentence, by BM25 over their signs. Several ways to say one thing belong into one
 * text: a sentence rarely is like one of them, but has a word of each.
 *
 * @param packedOf the signs of a text, packed
 * @returns a function that lists the texts with anything in common, the most alike first
 */
export function createLikeness<T>(
  texts: readonly T[],
  packedOf: (text: T) => string,
): (sentence: string) => Likeness<T>[] {
  const known = texts.map((text) => {
    // Once for what stands before the mark, twice for what stands behind it.
    const counts = new Map(
      packedOf(text)
        .split(OFTEN)
        .flatMap((signs, before) => signsOf(signs).map((sign) => [sign, before + 1] as const)),
    );
    return { text, counts, length: [...counts.values()].reduce((sum, count) => sum + count, 0) };
  });
  const average = known.reduce((sum, { length }) => sum + length, 0) / known.length;
  const having = new Map<string, number>();
  for (const { counts } of known)
    for (const sign of counts.keys()) having.set(sign, (having.get(sign) ?? 0) + 1);
  const rarity = (sign: string) => Math.log(1 + known.length / (1 + (having.get(sign) ?? 0)));
  return (sentence) => {
    const asked = signsOf(sentence);
    const whole = asked.reduce((sum, sign) => sum + rarity(sign), 0) * (REPEATED + 1);
    return known
      .map(({ text, counts, length }): Likeness<T> => {
        const short = REPEATED * (1 - LONG + (LONG * length) / average);
        const said = asked.reduce((sum, sign) => {
          const count = counts.get(sign) ?? 0;
          return sum + (rarity(sign) * count * (REPEATED + 1)) / (count + short);
        }, 0);
        return [text, said / whole];
      })
      .filter(([, likeness]) => likeness > 0)
      .sort(([, a], [, b]) => b - a);
  };
}
