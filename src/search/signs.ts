import { normalize } from './tokens/index.ts';

const SIGN = /[\u3400-\u9fff]|[ァ-ヺー]{2,}|[a-z0-9]{2,}/g;

/**
 * What sentences are compared by: each Chinese character, katakana word and ASCII word once. Single characters tell more
 * than words do: 止めたい and 停止する have one in common.
 */
export const signsOf = (text: string): string[] => [...new Set(normalize(text).text.match(SIGN))];

/** Which subjects say a sign, by number, and how much of what they say that is: more than 0 and at most 1. */
export type Sayings = ReadonlyMap<number, number>;

/** Steps of how much, one letter each. */
const STEPS = 15;
const LEAST = 'a'.charCodeAt(0) - 1;

/** For each subject, in order: how many before it do not say the sign, if any, and a letter for how much it says it. */
export function packSayings(sayings: Sayings): string {
  let last = -1;
  return [...sayings]
    .sort(([a], [b]) => a - b)
    .map(([subject, share]) => {
      const passed = subject - last - 1;
      last = subject;
      const step = Math.min(STEPS, Math.max(1, Math.round(share * STEPS)));
      return (passed || '') + String.fromCharCode(LEAST + step);
    })
    .join('');
}

export function unpackSayings(packed: string): Sayings {
  let subject = -1;
  return new Map(
    [...packed.matchAll(/(\d*)([a-z])/g)].map(([, passed, step = 'a']) => {
      subject += Number(passed) + 1;
      return [subject, (step.charCodeAt(0) - LEAST) / STEPS];
    }),
  );
}
