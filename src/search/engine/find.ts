import { keyOf } from '../tokens/index.ts';
import type { Aliases } from './aliases.ts';
import type { MatchedSpot, Matcher, Matches } from './match.ts';
import { rankPages, type RankedPage } from './rank.ts';
import { correct, type Vocabulary } from './spelling.ts';
import { cutTerms, type Term } from './terms.ts';
import { contentUnits, toKatakana, type Unit } from './units.ts';

export interface Finder {
  readonly matcher: Matcher;
  readonly aliases: Aliases;
  readonly pageCount: number;
  /** Loaded only when a query finds little. */
  readonly vocabulary: () => Promise<Vocabulary>;
}

export interface FoundPage extends RankedPage {
  readonly approximate: boolean;
}

export interface Found {
  /** Best first. */
  readonly pages: readonly FoundPage[];
  readonly suggestion: string | undefined;
}

/** With fewer pages than this, pages that answer nearly are looked for as well. */
const FEW = 5;
/** So many near pages are shown at most. */
const MOST_NEAR = 10;
const LEAST_COVERAGE = 0.2;
/** Words that a message has at least. */
const MESSAGE = 3;
/** From so many content words on a query is a sentence, and other words for them are as welcome. */
const SENTENCE = 3;
/** Content words of a sentence that stand this near each other answer it, although not word by word. */
const NEAR_ENOUGH = 0.6;

/** Finds pages: those that have the query as it was typed; when they are few, also those that nearly have it. */
export async function findPages(query: string, finder: Finder, signal?: AbortSignal): Promise<Found> {
  const { matcher, aliases, pageCount } = finder;
  const terms = cutTerms(query, aliases.isName);
  const matchAll = (all: readonly Term[]) => Promise.all(all.map((term) => matcher(term.text, term)));
  let strict = rankPages(await matchAll(terms), pageCount);
  signal?.throwIfAborted();
  const katakana = strict.length === 0 && terms.length === 1 ? toKatakana(terms[0]?.text ?? '') : undefined;
  if (katakana !== undefined)
    strict = rankPages(await matchAll([{ text: katakana, quoted: false, open: true }]), pageCount);
  const phrase = isMessage(terms, aliases) ? await matcher(query, { quoted: true }) : undefined;
  const exact = strict.map((page): FoundPage => ({
    ...page,
    approximate: isLoose(page) || (phrase !== undefined && !phrase.has(page.page)),
  }));
  if (strict.length >= FEW || terms.length === 0 || terms.some(({ quoted }) => quoted))
    return { pages: exact, suggestion: undefined };

  const near = await findNear(katakana ?? query, finder);
  signal?.throwIfAborted();
  const known = new Set(strict.map(({ page }) => page));
  const more = near.pages.filter(({ page }) => !known.has(page)).slice(0, MOST_NEAR);
  return { pages: [...exact, ...more], suggestion: exact.length > 0 ? undefined : near.suggestion };
}

/** Whether only a word like the typed one stands on the page, because that is nowhere on the site. */
const isLoose = ({ spots }: RankedPage): boolean =>
  spots.some((places) => places.length > 0 && places.every(({ loose }) => loose));

/** A line of English that is no name is a message of a program: pages with its words here and there only come near. */
const isMessage = (terms: readonly Term[], { isName }: Aliases): boolean =>
  terms.length >= MESSAGE && terms.every(({ text }) => /^[\x21-\x7e]+$/.test(text) && !isName(keyOf(text)));

/** Looks for the content words of a query, corrected and taken apart where nothing is known under them. */
async function findNear(query: string, finder: Finder): Promise<Found> {
  const { matcher, aliases, pageCount } = finder;
  const units = contentUnits(query);
  const resolved = await Promise.all(units.map((unit) => resolveUnit(unit, finder)));
  const words = [
    ...new Map(resolved.flatMap(({ words }) => words).map((word) => [word.text, word])).values(),
  ];
  const meaning = words.length >= SENTENCE;
  const joints = meaning
    ? await Promise.all(
        aliases.within(query).map(async (text) => ({ text, matches: await matcher(text, { meaning }) })),
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
  const parts = aliases.split(unit.text);
  return { words: parts.map((text) => ({ ...unit, text })), guessed: parts.length > 1, corrected: false };
}
