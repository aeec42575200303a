import type { NormalizedText } from './normalize.ts';

/** A stretch of normalised text that is searched in one way. */
export interface Run {
  /** `word`: ASCII letters and digits, joined by `. _ -`. `script`: letters of any other kind, written without spaces. */
  readonly kind: 'word' | 'script';
  /** Range in the normalised text. */
  readonly start: number;
  readonly end: number;
}

/** The one group is the word; without it the match is of script. */
const RUN = /([a-z0-9]+(?:[._-]+[a-z0-9]+)*)|(?:(?![a-z0-9])[\p{L}\p{N}])+/gu;

/** Cuts a normalised text into runs; what is in none of them (spaces, punctuation) is not searched. */
export function cutRuns({ text }: NormalizedText): Run[] {
  return [...text.matchAll(RUN)].map((match): Run => ({
    kind: match[1] === undefined ? 'script' : 'word',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A word as it is compared: `Auto-Scaling` is `autoscaling`. Dots between digits stay what they are: 1.5 is not 15. */
export const joinWord = (word: string): string =>
  word
    .toLowerCase()
    .replace(/(?<=\d)\.(?=\d)/g, 'p')
    .replace(/[._-]+/g, '');

/** The words that a compound is made of: `CodeBuild-project` has `code`, `build` and `project`; a simple word has none. */
export function partsOf(cased: string): string[] {
  const parts = cased
    .split(/[._-]+/)
    .flatMap((part) => part.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/))
    .map((part) => part.toLowerCase())
    .filter((part) => part.length > 1);
  return parts.length > 1 ? parts : [];
}
