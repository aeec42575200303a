import { keyOf } from '../tokens/index.ts';
import { knownWordsIn, splitCompound } from './compounds.ts';
import { isLoose, type Finder, type Found, type FoundPage } from './find.ts';
import type { MatchedSpot, Matches } from './match.ts';
import { rankPages } from './rank.ts';
import { correct } from './spelling.ts';
import { contentUnits, type Unit } from './units.ts';

const LEAST_COVERAGE = 0.2;
/** From so many content words on a query is a sentence, and other words for them are as welcome. */
const SENTENCE = 3;
/** Content words of a sentence that stand this near each other answer it, although not word by word. */
const NEAR_ENOUGH = 0.6;

/** Looks for the content words of a query, corrected and taken apart where nothing is known under them. */
export async function findNear(query: string, finder: Finder): Promise<Found> {
  const { matcher, aliases, pageCount } = finder;
  const units = contentUnits(query);
  const resolved = await Promise.all(units.map((unit) => resolveUnit(unit, finder)));
  const words = [
    ...new Map(resolved.flatMap(({ words }) => words).map((word) => [word.text, word])).values(),
  ];
  const meaning = words.length >= SENTENCE;
  const joints = meaning
    ? await Promise.all(
        knownWordsIn(query, aliases).map(async (text) => ({
          text,
          matches: await matcher(text, { meaning }),
        })),
      )
    : [];
  const matches = await Promise.all(
    words.map(async ({ text, stem }) => {
      const found = joints.filter((joint) => joint.text.includes(keyOf(text)));
      return joinMatches([await matcher(text, { stem, meaning }), ...found.map((joint) => joint.matches)]);
    }),
  );
  const guessed = resolved.some((unit) => unit.guessed);
  const pages = rankPages(
    matches,
    pageCount,
    LEAST_COVERAGE,
    words.map(({ weight }) => weight),
  ).map((page): FoundPage => ({
    ...page,
    approximate: guessed || isLoose(page) || page.coverage < 1 - 1e-9 || page.nearness < NEAR_ENOUGH,
  }));
  const corrected = resolved.some((unit) => unit.corrected);
  return {
    pages,
    suggestion: corrected
      ? resolved.flatMap((unit) => unit.words.map(({ text }) => text)).join(' ')
      : undefined,
  };
}

function joinMatches(all: readonly Matches[]): Matches {
  const joined = new Map<number, MatchedSpot[]>();
  for (const [page, spots] of all.flatMap((matches) => [...matches]))
    joined.set(page, [...(joined.get(page) ?? []), ...spots]);
  return joined;
}

interface ResolvedUnit {
  readonly words: readonly Unit[];
  /** Whether it is not what was typed. */
  readonly guessed: boolean;
  readonly corrected: boolean;
}

async function resolveUnit(unit: Unit, { matcher, aliases, vocabulary }: Finder): Promise<ResolvedUnit> {
  const matches = await matcher(unit.text, { stem: unit.stem });
  if (matches.size > 0) return { words: [unit], guessed: false, corrected: false };
  const word = correct(unit.text, await vocabulary());
  if (word !== undefined) return { words: [{ ...unit, text: word }], guessed: true, corrected: true };
  const parts = splitCompound(unit.text, aliases);
  return { words: parts.map((text) => ({ ...unit, text })), guessed: parts.length > 1, corrected: false };
}
