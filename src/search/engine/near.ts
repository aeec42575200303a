import { cutEnglish, spellOut, splitCompound } from './compounds.ts';
import { isLoose, type Finder, type Found, type FoundPage } from './finder.ts';
import { toKatakana } from './katakana.ts';
import type { MatchedSpot, Matcher, Matches } from './match.ts';
import { rankPages } from './rank.ts';
import { readSentence, type Reading } from './sentence.ts';
import { correct } from './spelling.ts';
import { contentUnits, eachOnce, partsOf, withParts, type Unit } from './units.ts';

/** So many near pages are shown at most. */
const MOST_NEAR = 10;
const LEAST_COVERAGE = 0.2;
/** From so many content words on a query is a sentence, and other words for them are as welcome. */
const SENTENCE = 3;
/** What ends like this is a sentence with fewer words too: スタックが消せない. */
const ENDS_SENTENCE = /[ぁ-ゖ]$/;
/** Content words of a sentence that stand this near each other answer it, although not word by word. */
const NEAR_ENOUGH = 0.6;
/** A service that is named is what the sentence is about. */
const NAME_WEIGHT = 1.5;
/** What the words in a row are worth, next to the same words near each other. */
const IN_A_ROW = 2;

/**
 * Looks for the content words of a query, corrected and taken apart where nothing is known under them.
 *
 * @param exact the pages that have the query as it was typed. A page about one of its words, with the others nearby, may
 *   still come before them.
 */
export async function findNear(typed: string, exact: readonly FoundPage[], finder: Finder): Promise<Found> {
  const katakana = exact.length === 0 ? toKatakana(typed.trim()) : undefined;
  return katakana === undefined
    ? findWords(typed, exact, finder)
    : findWords(katakana, await findWhole(katakana, finder), finder);
}

/** The pages that have a word as it is written here; it may still be being typed. */
const findWhole = async (word: string, { matcher, pageCount }: Finder): Promise<FoundPage[]> =>
  rankPages([await matcher(word, { open: true })], pageCount).map((page) => ({
    ...page,
    approximate: isLoose(page),
  }));

async function findWords(query: string, exact: readonly FoundPage[], finder: Finder): Promise<Found> {
  const { matcher, aliases, pageCount } = finder;
  const resolved = await Promise.all(
    (await contentUnits(query, aliases.isName)).map((unit) => resolveUnit(unit, finder)),
  );
  const words = eachOnce(resolved.flatMap((unit) => unit.words));
  const meaning = words.length >= SENTENCE;
  const units = words.length > 1 ? withParts(words) : words;
  const names = await Promise.all(
    units.map(async ({ text }) => (await aliases.expand(text)).some(({ name }) => name)),
  );
  const { others, about }: Reading =
    meaning || ENDS_SENTENCE.test(query)
      ? await readSentence(query, names.includes(true), finder)
      : { others: () => [], about: [] };
  const matches = await Promise.all(
    units.map(async (unit) => joinMatches([...(await matchWays(unit, matcher, meaning)), ...others(unit)])),
  );
  const weights = units.map(({ weight }, i) => (names[i] ? weight * NAME_WEIGHT : weight));
  const guessed = resolved.some((unit) => unit.guessed);
  const answering = new Set(
    rankPages(matches, pageCount, 1, weights)
      .filter((page) => !guessed && !isLoose(page) && page.nearness >= NEAR_ENOUGH)
      .map(({ page }) => page),
  );
  const near = rankPages([...matches, ...about.map((one) => one.matches)], pageCount, LEAST_COVERAGE, [
    ...weights,
    ...about.map(({ weight }) => weight),
  ]).map((page): FoundPage => ({ ...page, approximate: !answering.has(page.page) }));
  const corrected = exact.length === 0 && resolved.some((unit) => unit.corrected);
  return {
    pages:
      words.length > 1
        ? rankTogether(exact, near)
        : append(exact, append(near, await findParts(words[0]?.text ?? '', finder))),
    suggestion: corrected
      ? resolved.flatMap((unit) => unit.words.map(({ text }) => text)).join(' ')
      : undefined,
  };
}

/** Those of the others that are not among the first ones come after them. */
function append(first: readonly FoundPage[], others: readonly FoundPage[]): FoundPage[] {
  const known = new Set(first.map(({ page }) => page));
  return [...first, ...others.filter(({ page }) => !known.has(page)).slice(0, MOST_NEAR)];
}

/** Pages that have the parts of a compound near each other: 順序 and 保証 of 順序保証. */
async function findParts(compound: string, { matcher, aliases, pageCount }: Finder): Promise<FoundPage[]> {
  const known = await splitCompound(compound, aliases);
  const parts = known.length > 1 ? known : partsOf(compound);
  if (parts.length < 2) return [];
  const matches = await Promise.all(parts.map((part) => matcher(part)));
  return rankPages(matches, pageCount)
    .filter(({ nearness }) => nearness >= NEAR_ENOUGH)
    .map((page) => ({ ...page, approximate: true }));
}

/** All pages by their words near each other; those that have the words in a row are worth more, and show them so. */
function rankTogether(exact: readonly FoundPage[], near: readonly FoundPage[]): FoundPage[] {
  const inARow = new Map(exact.map((found) => [found.page, found]));
  const ranked = near
    .map((found) => {
      const whole = inARow.get(found.page);
      return whole ? { ...whole, score: found.score * IN_A_ROW } : found;
    })
    .sort((a, b) => b.score - a.score || a.page - b.page);
  const known = new Set(ranked.map(({ page }) => page));
  const tooMany = ranked.filter(({ page }) => !inARow.has(page)).slice(MOST_NEAR);
  return [
    ...ranked.filter((found) => !tooMany.includes(found)),
    // What only has another word for all of it.
    ...exact.filter(({ page }) => !known.has(page)),
  ];
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

/** The places of a word, and those where a compound is said at length. */
const matchWays = ({ text, stem }: Unit, matcher: Matcher, meaning = false): Promise<Matches[]> =>
  Promise.all([
    matcher(text, { stem, meaning }),
    ...spellOut(text).map((way) => matcher(way, { quoted: true })),
  ]);

async function resolveUnit(unit: Unit, { matcher, aliases, vocabulary }: Finder): Promise<ResolvedUnit> {
  if ((await matchWays(unit, matcher)).some(({ size }) => size > 0))
    return { words: [unit], guessed: false, corrected: false };
  for (const text of await cutEnglish(unit.text, vocabulary))
    if ((await matcher(text, { quoted: true })).size > 0)
      return { words: [{ ...unit, text }], guessed: false, corrected: false };
  const word = await correct(unit.text, vocabulary);
  if (word !== undefined) return { words: [{ ...unit, text: word }], guessed: true, corrected: true };
  const parts = await splitCompound(unit.text, aliases);
  return { words: parts.map((text) => ({ ...unit, text })), guessed: parts.length > 1, corrected: false };
}
