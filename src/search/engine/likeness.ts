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

export interface Likeness {
  /** Number of the text. */
  readonly text: number;
  /** 1 for the same signs, 0 for none in common. */
  readonly likeness: number;
}

/**
 * Tells which texts are most like a sentence, by the cosine of the angle between their signs, rare ones counting more.
 *
 * @param packed the signs of each text
 * @returns a function that lists the texts with anything in common, the most alike first
 */
export function createLikeness(packed: readonly string[]): (sentence: string) => Likeness[] {
  const texts = packed.map(signsOf);
  const counts = new Map<string, number>();
  for (const sign of texts.flat()) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const rarity = (sign: string) => Math.log(1 + texts.length / (1 + (counts.get(sign) ?? 0))) ** 2;
  const sum = (signs: readonly string[]) => signs.reduce((total, sign) => total + rarity(sign), 0);
  const lengths = texts.map((signs) => Math.sqrt(sum(signs)));
  return (sentence) => {
    const asked = signsOf(sentence);
    const length = Math.sqrt(sum(asked));
    return texts
      .map((signs, text) => ({
        text,
        likeness: sum(signs.filter((sign) => asked.includes(sign))) / (length * (lengths[text] ?? 0) || 1),
      }))
      .filter(({ likeness }) => likeness > 0)
      .sort((a, b) => b.likeness - a.likeness || a.text - b.text);
  };
}
