import { LEAST, PER_WORD, WEIGHTS } from '../layout.ts';
import type { Matches, MatchedSpot } from './match.ts';

/** A page with all that it has of a query. */
export interface RankedPage {
  readonly page: number;
  readonly score: number;
  /** Share of the query that it has, rare terms counting more: 1 for all of it. */
  readonly coverage: number;
  /** Share of the query that stands in one place, rare terms counting more: 1 for all of it, next to each other. */
  readonly nearness: number;
  /** By term. */
  readonly spots: readonly (readonly MatchedSpot[])[];
}

/** What a place in a title, a heading or the text is worth. */
const NAME_WORTH = 8;
const TITLE_WORTH = 5;
const HEADING_WORTH = 2.2;
const BODY_WORTH = 1;
/** What is left of a short katakana word's worth where a longer one only happens to hold it: コード in レコード. */
const BY_CHANCE = 0.4;
/** Longer words are parts of others by meaning: バランサ in ロードバランサ. */
const LONGEST_CHANCE = 3;
/** Positions after which two terms are no longer thought to be about the same thing. */
const REACH = 100;
/** A heading is about the text below it: words there count as this many times nearer. */
const BELOW_HEADING = 4;
/** What is left of a page's worth when its terms stand far apart. */
const FAR_APART = 0.15;
/** Of one term, only so many places of a page are looked at for nearness. */
const LOOKED_AT = 200;

/** Whether a place is in the title of its page. */
export const isTitle = ({ weight }: { weight: number }) => weight >= LEAST.title;
/** Whether the place is all of a title, save for a vendor's name: each word of a title takes something off its weight. */
const isName = ({ weight, phrase }: MatchedSpot) => weight >= WEIGHTS.title - (phrase.length + 1) * PER_WORD;
const isChance = ({ within, phrase }: MatchedSpot) => within && phrase.length <= LONGEST_CHANCE;
const isHeading = ({ weight }: { weight: number }) => weight >= LEAST.heading;

/**
 * Orders pages by how well they answer: rare terms, in titles and headings, often, near each other. Of one
 * Japanese word, pages that only have a synonym come after all that have the word.
 *
 * @param terms the matches of each term
 * @param pageCount pages of the site
 * @param leastCoverage pages with less of the query are left out
 * @param weights how much of the query's meaning each term carries, 1 when missing
 */
export function rankPages(
  terms: readonly Matches[],
  pageCount: number,
  leastCoverage = 1,
  weights: readonly number[] = [],
): RankedPage[] {
  const rarities = terms.map(
    ({ size }, i) => Math.log(1 + pageCount / Math.max(1, size)) * (weights[i] ?? 1),
  );
  const total = rarities.reduce((sum, rarity) => sum + rarity, 0);
  const pages = new Set(terms.flatMap((matches) => [...matches.keys()]));
  return [...pages]
    .map((page): RankedPage => {
      const spots = terms.map((matches) => matches.get(page) ?? []);
      const covered = rarities.reduce((sum, rarity, i) => sum + (spots[i]?.length ? rarity : 0), 0);
      const coverage = total > 0 ? covered / total : 0;
      const nearness = total > 0 ? nearnessOf(spots, rarities) / total : 0;
      const worth = spots.reduce((sum, places, i) => sum + (rarities[i] ?? 0) * worthOf(places), 0);
      const closeness = FAR_APART + (1 - FAR_APART) * nearness;
      return { page, spots, coverage, nearness, score: worth * coverage * closeness ** 2 };
    })
    .filter(({ coverage }) => coverage >= leastCoverage - 1e-9)
    .sort(
      (a, b) => Number(hasOnlySynonym(a)) - Number(hasOnlySynonym(b)) || b.score - a.score || a.page - b.page,
    );
}

const hasOnlySynonym = ({ spots }: RankedPage): boolean =>
  spots.length === 1 && spots.every((places) => places.every(({ synonym }) => synonym));

/** The best place, and a little for each further one. */
function worthOf(spots: readonly MatchedSpot[]): number {
  let best = 0;
  let often = 0;
  for (const spot of spots) {
    const factor = isChance(spot) ? spot.factor * BY_CHANCE : spot.factor;
    best = Math.max(best, factor * worthOfPlace(spot));
    often += factor ** 2;
  }
  return best + Math.log2(1 + often) / 4;
}

function worthOfPlace(spot: MatchedSpot): number {
  const { weight } = spot;
  if (isName(spot)) return NAME_WORTH;
  if (isTitle(spot)) return TITLE_WORTH + (weight - LEAST.title) / (WEIGHTS.title - LEAST.title);
  if (isHeading(spot))
    return HEADING_WORTH + (weight - LEAST.heading) / (WEIGHTS.heading - LEAST.heading) / 2;
  return BODY_WORTH;
}

/**
 * How much of the query stands together in one place, rarity added up. Terms in the title stand with everything on the
 * page; the others are looked for around each place of the rarest one.
 */
function nearnessOf(terms: readonly (readonly MatchedSpot[])[], rarities: readonly number[]): number {
  const rarityOf = (i: number) => rarities[i] ?? 0;
  const elsewhere = terms
    .map((spots, i) => ({
      spots: spots.slice(0, LOOKED_AT),
      rarity: rarityOf(i),
      inTitle: spots.some(isTitle),
    }))
    .filter(({ spots }) => spots.length > 0);
  const titled = elsewhere.reduce((sum, { rarity, inTitle }) => sum + (inTitle ? rarity : 0), 0);
  const [rarest, ...others] = elsewhere.filter(({ inTitle }) => !inTitle).sort((a, b) => b.rarity - a.rarity);
  if (!rarest) return titled;
  const around = rarest.spots.map((from) =>
    others.reduce(
      (sum, { spots, rarity }) =>
        sum + rarity * Math.exp(-Math.min(...spots.map((to) => distance(from, to))) / REACH),
      0,
    ),
  );
  return titled + rarest.rarity + Math.max(...around);
}

function distance(a: MatchedSpot, b: MatchedSpot): number {
  const [before, after] = a.position <= b.position ? [a, b] : [b, a];
  return (after.position - before.position) / (isHeading(before) ? BELOW_HEADING : 1);
}
