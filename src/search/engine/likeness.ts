import { signsOf, type Sayings } from '../signs.ts';

/** The number of a subject, and how much of a sentence it says, rare signs counting more: from 0 for nothing to 1. */
export type Likeness = readonly [subject: number, likeness: number];

/** What subjects have in common with a sentence. */
export interface Alike {
  /** All that have anything in common with it, the most alike first. */
  readonly subjects: readonly Likeness[];
  /** Whether a subject says most of a part of the sentence. */
  saysMost(subject: number, part: string): boolean;
}

/**
 * Compares a sentence with all subjects, by what each says of the sentence's signs. How much that is was worked out when
 * the index was built: with the rarity of the signs it makes BM25.
 *
 * @param look which subjects say a sign
 * @param count how many subjects there are
 */
export async function compare(
  sentence: string,
  look: (sign: string) => Promise<Sayings>,
  count: number,
): Promise<Alike> {
  const asked = await Promise.all(
    signsOf(sentence).map(async (sign) => {
      const sayings = await look(sign);
      const said = [...sayings.values()].reduce((sum, share) => sum + share, 0);
      return { sign, sayings, rarity: Math.log(1 + count / (1 + said)) };
    }),
  );
  const whole = asked.reduce((sum, { rarity }) => sum + rarity, 0);
  const likeness = new Map<number, number>();
  for (const { sayings, rarity } of asked)
    for (const [subject, share] of sayings)
      likeness.set(subject, (likeness.get(subject) ?? 0) + (share * rarity) / whole);
  return {
    subjects: [...likeness].sort(([a, x], [b, y]) => y - x || a - b),
    saysMost(subject, part) {
      const signs = signsOf(part);
      const said = asked.filter(({ sign, sayings }) => signs.includes(sign) && sayings.has(subject));
      return said.length > signs.length / 2;
    },
  };
}
