import { normalize } from '../tokens/index.ts';

const SIGN = /[\u3400-\u9fff]|[ァ-ヺー]{2,}|[a-z0-9]{2,}/g;

/**
 * What sentences are compared by: each Chinese character, katakana word and ASCII word once. Single characters tell more
 * than words do: 止めたい and 停止する have one in common.
 */
export const signsOf = (text: string): string[] => [...new Set(normalize(text).text.match(SIGN))];

/** The signs of a text in few letters; `signsOf` finds the same ones in it. */
export const packSigns = (text: string): string =>
  signsOf(text)
    .join(' ')
    .replace(/(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])/g, '');

/** A text, and how like a sentence it is: 1 for the same signs, 0 for none in common. */
export type Likeness<T> = readonly [text: T, likeness: number];

/**
 * Tells which texts are most like a sentence, by the cosine of the angle between their signs, rare ones counting more.
 *
 * @param packedOf the signs of a text, packed
 * @returns a function that lists the texts with anything in common, the most alike first
 */
export function createLikeness<T>(
  texts: readonly T[],
  packedOf: (text: T) => string,
): (sentence: string) => Likeness<T>[] {
  const known = texts.map((text) => ({ text, signs: signsOf(packedOf(text)) }));
  const counts = new Map<string, number>();
  for (const sign of known.flatMap(({ signs }) => signs)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const rarity = (sign: string) => Math.log(1 + known.length / (1 + (counts.get(sign) ?? 0))) ** 2;
  const sum = (signs: readonly string[]) => signs.reduce((total, sign) => total + rarity(sign), 0);
  const measured = known.map(({ text, signs }) => ({ text, signs, length: Math.sqrt(sum(signs)) }));
  return (sentence) => {
    const asked = new Set(signsOf(sentence));
    const askedLength = Math.sqrt(sum([...asked]));
    return measured
      .map(({ text, signs, length }): Likeness<T> => {
        const common = sum(signs.filter((sign) => asked.has(sign)));
        return [text, common / (askedLength * length || 1)];
      })
      .filter(([, likeness]) => likeness > 0)
      .sort(([, a], [, b]) => b - a);
  };
}
