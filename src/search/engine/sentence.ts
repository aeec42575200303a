import { WEIGHTS } from '../layout.ts';
import { keyOf } from '../tokens/index.ts';
import { knownWordsIn } from './compounds.ts';
import type { Finder } from './finder.ts';
import type { MatchedSpot, Matches } from './match.ts';
import { toPhrase, toStem } from './phrase.ts';
import { findSubjects } from './subjects.ts';
import type { Unit } from './units.ts';

/** What a sentence says besides its single words. */
export interface Reading {
  /** What else a word is found by. */
  readonly others: (word: Unit) => readonly Matches[];
  /** What it is about without saying so, and what that counts next to 1 for a word of the sentence. */
  readonly about: readonly { readonly matches: Matches; readonly weight: number }[];
}

/**
 * Reads a whole sentence for what its single words do not say:
 * - known words of several parts, whatever particles are between the parts;
 * - terms of the glossary whose definition is like the sentence: who asks for 実行前に変更を確認 may not know 変更セット;
 * - sections that are like it, by what they are asked for and what they say, all together;
 * - what the most alike sections are about, and of which service they are: further pages about that answer too.
 *
 * @param names whether the sentence names a service
 */
export async function readSentence(sentence: string, names: boolean, finder: Finder): Promise<Reading> {
  const { matcher, aliases } = finder;
  const { sections, terms, topics, service } = await findSubjects(sentence, finder);
  const joints = await Promise.all(
    (await knownWordsIn(sentence, aliases)).map(async (text) => ({
      text,
      matches: await matcher(text, { meaning: true }),
    })),
  );
  const meant = await Promise.all(
    terms.map(async ({ name, says }) => ({ says, matches: loosen(await matcher(name)) })),
  );
  const unsaid = async (text: string, weight: number) => ({
    matches: loosen(await matcher(text, { quoted: true })),
    weight,
  });
  return {
    others({ text, stem }) {
      const phrase = stem ? toStem(text) : toPhrase(text);
      return [
        ...joints.filter((joint) => joint.text.includes(keyOf(text))).map(({ matches }) => matches),
        ...meant.filter(({ says }) => says(text)).map(({ matches }) => matches),
        ...sections.map(({ page, position, likeness }): Matches => {
          if (!phrase) return new Map();
          // What a section is asked for stands for all of it, like its heading.
          const spot = { position, weight: WEIGHTS.heading, within: false, phrase };
          return new Map([[page, [{ ...spot, factor: likeness, loose: true, synonym: false }]]]);
        }),
      ];
    },
    about: [
      ...(await Promise.all(topics.map(([word, share]) => unsaid(word, share)))),
      ...(service === undefined || names ? [] : [await unsaid(service, 1)]),
    ],
  };
}

/** The same places as what only comes near. */
const loosen = (matches: Matches): Matches =>
  new Map(
    [...matches].map(([page, spots]) => [page, spots.map((spot): MatchedSpot => ({ ...spot, loose: true }))]),
  );
