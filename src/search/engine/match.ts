import { tokenizeParts } from '../tokens/index.ts';
import type { Aliases } from './aliases.ts';
import type { IndexReader } from './index-reader.ts';
import { findPhrase, phraseOf, toPhrase, type Phrase, type Spot, type Spots } from './phrase.ts';

/** What a page has of one term. */
export interface TermMatch {
  readonly spots: readonly MatchedSpot[];
}

export interface MatchedSpot extends Spot {
  /** 1 for the word as it was typed, less for another word that means the same or begins like it. */
  readonly factor: number;
}

/** Matches of one term by page number. */
export type Matches = ReadonlyMap<number, TermMatch>;

const FACTOR = { longer: 0.5, parts: 0.6, prefixOfName: 0.7 } as const;
/** The beginning of an ASCII word finds longer words from this length on; shorter ones only when nothing else does. */
const SHORTEST_BEGINNING = 3;

export interface Matcher {
  /** @param open whether the term may still be being typed */
  match(text: string, options: { readonly open: boolean; readonly quoted?: boolean }): Promise<Matches>;
  /** Whether any page has the term as it is spelled. */
  has(text: string): Promise<boolean>;
}

/** Finds a term by all that it may stand for: itself, longer words, other words for it, its parts. */
export function createMatcher(index: IndexReader, aliases: Aliases): Matcher {
  const find = async (phrase: Phrase | undefined, factor: number): Promise<[Spots, number]> => [
    phrase ? await findPhrase(index, phrase) : new Map(),
    factor,
  ];
  return {
    async match(text, { open, quoted = false }) {
      const literal = toPhrase(text);
      if (!literal) return new Map();
      const found = await Promise.all([
        find(literal, 1),
        ...(quoted ? [] : aliases.expand(text).map((alias) => find(toPhrase(alias.text), alias.factor))),
      ]);
      const [[exact]] = found as [[Spots, number]];
      if (quoted) return merge(found);
      const last = literal.steps.at(-1);
      const isWord = last?.code.endsWith('ъ') ?? false;
      if (isWord && open && ((last?.code.length ?? 0) > SHORTEST_BEGINNING || exact.size === 0))
        found.push(await find(toPhrase(text, { open: true }), exact.size > 0 ? FACTOR.longer : 1));
      if (found.every(([spots]) => spots.size === 0)) {
        const parts = tokenizeParts(text);
        if (parts.length > 0) found.push(await find(phraseOf(parts), FACTOR.parts));
        const names = aliases.expandPrefix(text);
        found.push(...(await Promise.all(names.map((name) => find(toPhrase(name), FACTOR.prefixOfName)))));
      }
      return merge(found);
    },
    async has(text) {
      const phrase = toPhrase(text);
      return phrase !== undefined && (await findPhrase(index, phrase)).size > 0;
    },
  };
}

function merge(found: readonly (readonly [Spots, number])[]): Matches {
  // When the typed word is nowhere, other words for it are as good as it.
  const typed = (found[0]?.[0].size ?? 0) > 0;
  const matches = new Map<number, { spots: MatchedSpot[] }>();
  for (const [i, [spots, factor]] of found.entries())
    for (const [page, places] of spots) {
      const match = matches.get(page) ?? { spots: [] };
      match.spots.push(
        ...places.map((spot) => ({ ...spot, factor: typed || i === 0 ? factor : Math.max(factor, 0.9) })),
      );
      matches.set(page, match);
    }
  return matches;
}
