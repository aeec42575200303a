import { WEIGHTS, type Hints } from '../layout.ts';
import { keyOf } from '../tokens/index.ts';
import { knownWordsIn } from './compounds.ts';
import type { Finder } from './finder.ts';
import { createLikeness, signsOf, type Likeness } from './likeness.ts';
import type { MatchedSpot, Matches } from './match.ts';
import { toPhrase, toStem } from './phrase.ts';
import type { Unit } from './units.ts';

/** What else a word is found by, given the sentence in which it stands. */
export type InSentence = (word: Unit) => readonly Matches[];

/** How many hints a sentence takes at most, how much of it they must say, and how much next to the best one. */
const TAKEN = {
  questions: { most: 5, least: 0.5, next: 0.7 },
  terms: { most: 3, least: 0.15, next: 0.7 },
} as const;
/** What a term counts, next to the words of the sentence that its definition has. */
const TERM_FACTOR = 0.8;

/**
 * Reads a whole sentence for what its single words do not say:
 * - known words of several parts, whatever particles are between the parts;
 * - terms of the glossary whose definition is like the sentence: who asks for 実行前に変更を確認 may not know 変更セット;
 * - what the sections of the site are asked for, in all ways together.
 */
export async function readSentence(
  sentence: string,
  { matcher, aliases, hints }: Finder,
): Promise<InSentence> {
  const { questions, terms } = takeHints(sentence, await hints());
  const joints = await Promise.all(
    knownWordsIn(sentence, aliases).map(async (text) => ({
      text,
      matches: await matcher(text, { meaning: true }),
    })),
  );
  const meant = await Promise.all(
    terms.map(async ([[name, signs]]) => ({
      signs: new Set(signsOf(signs)),
      matches: loosen(await matcher(name), TERM_FACTOR),
    })),
  );
  return ({ text, stem }) => {
    const signs = signsOf(text);
    const phrase = stem ? toStem(text) : toPhrase(text);
    const answers = questions.map(([[page, position], likeness]): Matches => {
      if (!phrase) return new Map();
      // A question stands above the text that answers it, like a heading.
      const spot = { position, weight: WEIGHTS.heading, within: false, phrase };
      return new Map([[page, [{ ...spot, factor: likeness, loose: true, synonym: false }]]]);
    });
    return [
      ...joints.filter((joint) => joint.text.includes(keyOf(text))).map(({ matches }) => matches),
      ...meant.filter((term) => isMostlyIn(signs, term.signs)).map(({ matches }) => matches),
      ...answers,
    ];
  };
}

/** A term stands for a word when its definition has most of the word's signs. */
const isMostlyIn = (signs: readonly string[], all: ReadonlySet<string>): boolean =>
  signs.filter((sign) => all.has(sign)).length > signs.length / 2;

/** While a reader types, the same hints are asked again and again. */
const asked = new WeakMap<Hints, ReturnType<typeof prepare>>();

const prepare = ({ questions, terms }: Hints) => ({
  questions: createLikeness(questions, ([, , signs]) => signs),
  terms: createLikeness(terms, ([, signs]) => signs),
});

function takeHints(sentence: string, hints: Hints) {
  const ask = asked.get(hints) ?? prepare(hints);
  asked.set(hints, ask);
  return {
    questions: take(ask.questions(sentence), TAKEN.questions),
    terms: take(ask.terms(sentence), TAKEN.terms),
  };
}

function take<T>(
  alike: readonly Likeness<T>[],
  { most, least, next }: (typeof TAKEN)['questions' | 'terms'],
): Likeness<T>[] {
  const best = alike[0]?.[1] ?? 0;
  return alike.slice(0, most).filter(([, likeness]) => likeness >= least && likeness >= best * next);
}

/** The same places as what only comes near. */
const loosen = (matches: Matches, by: number): Matches =>
  new Map(
    [...matches].map(([page, spots]) => [
      page,
      spots.map((spot): MatchedSpot => ({ ...spot, factor: spot.factor * by, loose: true })),
    ]),
  );
