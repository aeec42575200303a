import { signFile, WEIGHTS, type Hints } from '../layout.ts';
import { unpackWords } from '../packed-words.ts';
import { unpackSayings } from '../signs.ts';
import { keyOf } from '../tokens/index.ts';
import { knownWordsIn } from './compounds.ts';
import type { Finder } from './finder.ts';
import { compare, type Likeness } from './likeness.ts';
import type { MatchedSpot, Matches } from './match.ts';
import { toPhrase, toStem } from './phrase.ts';
import type { Unit } from './units.ts';

/** What a sentence says besides its single words. */
export interface Reading {
  /** What else a word is found by. */
  readonly others: (word: Unit) => readonly Matches[];
  /** What it is about without saying so, and what that counts next to 1 for a word of the sentence. */
  readonly about: readonly { readonly matches: Matches; readonly weight: number }[];
}

/** How many subjects a sentence takes at most, how much of it they must say, and how much next to the best one. */
const TAKEN = {
  sections: { most: 10, least: 0.3, next: 0.8 },
  terms: { most: 3, least: 0.2, next: 0.7 },
} as const;
/** What a term counts, next to the words of the sentence that its definition has. */
const TERM_FACTOR = 0.8;
/** What the topic of the best section counts, and from which likeness on; what the service does that most are about. */
const TOPIC = { weight: 0.7, least: 0.25 } as const;
const SERVICE = { weight: 0.6, least: 0.3, voters: 10, sharpness: 4 } as const;

/**
 * Reads a whole sentence for what its single words do not say:
 * - known words of several parts, whatever particles are between the parts;
 * - terms of the glossary whose definition is like the sentence: who asks for 実行前に変更を確認 may not know 変更セット;
 * - sections that are like it, by what they are asked for and what they say, all together;
 * - what the most alike section is about, and of which service the alike ones are: further pages about that answer too.
 *
 * @param names whether the sentence names a service
 */
export async function readSentence(
  sentence: string,
  names: boolean,
  { matcher, aliases, hints: load, signs }: Finder,
): Promise<Reading> {
  const hints = await load();
  const files = unpackWords(hints.signs);
  const count = hints.sections.length + hints.terms.length;
  const { subjects, saysMost } = await compare(
    sentence,
    async (sign) => {
      const file = files.findLastIndex((from) => from <= sign);
      const known = file < 0 ? {} : await signs(signFile(hints.release, file));
      return unpackSayings(Object.hasOwn(known, sign) ? (known[sign] ?? '') : '');
    },
    count,
  );
  const isTerm = ([subject]: Likeness) => subject >= hints.sections.length;
  const sections = subjects.filter((one) => !isTerm(one));
  const joints = await Promise.all(
    knownWordsIn(sentence, aliases).map(async (text) => ({
      text,
      matches: await matcher(text, { meaning: true }),
    })),
  );
  const meant = await Promise.all(
    take(subjects.filter(isTerm), TAKEN.terms).map(async ([subject]) => ({
      subject,
      matches: loosen(await matcher(hints.terms[subject - hints.sections.length] ?? ''), TERM_FACTOR),
    })),
  );
  const answers = take(sections, TAKEN.sections);
  const about = [
    { text: topicOf(sentence, sections, hints), weight: TOPIC.weight },
    { text: names ? undefined : serviceOf(sections, hints), weight: SERVICE.weight },
  ];
  return {
    others({ text, stem }) {
      const phrase = stem ? toStem(text) : toPhrase(text);
      return [
        ...joints.filter((joint) => joint.text.includes(keyOf(text))).map(({ matches }) => matches),
        ...meant.filter(({ subject }) => saysMost(subject, text)).map(({ matches }) => matches),
        ...answers.map(([subject, likeness]): Matches => {
          const [page, position] = hints.sections[subject] ?? [];
          if (!phrase || page === undefined || position === undefined) return new Map();
          // A question stands above the text that answers it, like a heading.
          const spot = { position, weight: WEIGHTS.heading, within: false, phrase };
          return new Map([[page, [{ ...spot, factor: likeness, loose: true, synonym: false }]]]);
        }),
      ];
    },
    about: await Promise.all(
      about.flatMap(({ text, weight }) =>
        text === undefined
          ? []
          : [matcher(text, { quoted: true }).then((matches) => ({ matches: loosen(matches, 1), weight }))],
      ),
    ),
  };
}

function take(
  alike: readonly Likeness[],
  { most, least, next }: (typeof TAKEN)['sections' | 'terms'],
): Likeness[] {
  const best = alike[0]?.[1] ?? 0;
  return alike.slice(0, most).filter(([, likeness]) => likeness >= least && likeness >= best * next);
}

/** What the most alike section is about, unless the sentence says it anyhow. */
function topicOf(sentence: string, [best]: readonly Likeness[], { sections }: Hints): string | undefined {
  if (!best || best[1] < TOPIC.least) return undefined;
  const topic = sections[best[0]]?.[2];
  return topic !== undefined && keyOf(sentence).includes(keyOf(topic)) ? undefined : topic;
}

/** The service of the most alike sections, those that are more alike counting more. */
function serviceOf(alike: readonly Likeness[], { sections, services }: Hints): string | undefined {
  if ((alike[0]?.[1] ?? 0) < SERVICE.least) return undefined;
  const votes = new Map<string, number>();
  for (const [subject, likeness] of alike.slice(0, SERVICE.voters)) {
    const service = services[sections[subject]?.[0] ?? -1];
    if (service !== undefined) votes.set(service, (votes.get(service) ?? 0) + likeness ** SERVICE.sharpness);
  }
  return [...votes].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** The same places as what only comes near. */
const loosen = (matches: Matches, by: number): Matches =>
  new Map(
    [...matches].map(([page, spots]) => [
      page,
      spots.map((spot): MatchedSpot => ({ ...spot, factor: spot.factor * by, loose: true })),
    ]),
  );
