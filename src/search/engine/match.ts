import { tokenizeParts } from '../tokens/index.ts';
import { stemKey } from '../other-words.ts';
import type { Alias, Aliases } from './aliases.ts';
import type { IndexReader } from './index-reader.ts';
import { findPhrase, phraseOf, toPhrase, toStem, type Phrase, type Spot, type Spots } from './phrase.ts';

/** How a place came to be found. */
interface Manner {
  /** 1 for the word as it was typed, less for another word that means the same or begins like it. */
  readonly factor: number;
  /** The word that was typed is nowhere on the site; this one only says something like it. */
  readonly loose: boolean;
  /** Another Japanese word was typed, and this one only means the same. */
  readonly synonym: boolean;
}

export interface MatchedSpot extends Spot, Manner {}

/** What each page has of one term, by page number. */
export type Matches = ReadonlyMap<number, readonly MatchedSpot[]>;

export interface MatchOptions {
  /** Whether the term may still be being typed. */
  readonly open?: boolean;
  /** Whether nothing but the term itself will do. */
  readonly quoted?: boolean;
  /** Whether it is a word of a sentence, whose meaning counts more than its letters. */
  readonly meaning?: boolean;
  /** Whether it is a single character before the ending of a verb. */
  readonly stem?: boolean;
}

/** Finds a term by all that it may stand for: itself, longer words, other words for it, its parts. */
export type Matcher = (text: string, options?: MatchOptions) => Promise<Matches>;

/** How much a page counts that has something else than the word as it was typed. */
const LONGER_WORD = 0.5;
const ITS_PARTS = 0.6;
const NAME_THAT_BEGINS_SO = 0.7;
const OTHER_FOR_UNKNOWN = 0.9;
/** With fewer pages than this, words that are less apt are looked up as well. */
const FEW = 10;
/** The beginning of an ASCII word finds longer words from this length on; shorter ones only when nothing else does. */
const SHORTEST_BEGINNING = 3;

/** @param spellOut writes compounds with all their hiragana */
export function createMatcher(
  index: IndexReader,
  aliases: Aliases,
  spellOut: (text: string) => string,
): Matcher {
  const find = async (phrase: Phrase | undefined): Promise<Spots> =>
    phrase ? findPhrase(index, phrase) : new Map();

  return async (text, { open = false, quoted = false, meaning = false, stem = false } = {}) => {
    const matches = new Map<number, MatchedSpot[]>();
    const add = (spots: Spots, { factor = 1, loose = false, synonym = false }: Partial<Manner> = {}) => {
      for (const [page, places] of spots) {
        const all = matches.get(page) ?? [];
        matches.set(page, all);
        all.push(...places.map((spot) => ({ ...spot, factor, loose, synonym })));
      }
    };
    const literal = stem ? toStem(text) : toPhrase(text);
    if (!literal) return matches;
    const full = spellOut(text);
    const [typed, expanded] = await Promise.all([
      find(literal),
      quoted ? [] : aliases.expand(stem ? stemKey(text) : full),
    ]);
    add(typed);
    if (quoted) return matches;
    if (matches.size === 0 && full !== text) add(await find(toPhrase(full)));
    const known = matches.size > 0;
    const addOthers = async (others: readonly Alias[]) => {
      const found = await Promise.all(
        others.map((other) => find((meaning && toStem(other.text)) || toPhrase(other.text))),
      );
      others.forEach(({ factor, name, synonym }, i) =>
        // When the typed word is nowhere, other words for it are as good as it.
        add(found[i] ?? new Map(), {
          factor: known ? factor : Math.max(factor, OTHER_FOR_UNKNOWN),
          loose: !known && !name,
          synonym,
        }),
      );
    };
    const others = Map.groupBy(expanded, ({ apt, name }) => apt || (meaning && !name));
    await addOthers(others.get(true) ?? []);
    if (!known || matches.size < FEW) await addOthers(others.get(false) ?? []);
    const last = literal.steps.at(-1)?.code ?? '';
    if (open && last.endsWith('ъ') && (last.length > SHORTEST_BEGINNING || !known))
      add(await find(toPhrase(text, { open: true })), { factor: known ? LONGER_WORD : 1 });
    if (matches.size > 0) return matches;

    const parts = literal.length === 1 ? tokenizeParts(text) : [];
    if (parts.length > 0) add(await find(phraseOf(parts)), { factor: ITS_PARTS });
    for (const { text: other, name } of await aliases.expandPrefix(text))
      add(await find(toPhrase(other)), { factor: NAME_THAT_BEGINS_SO, loose: !name });
    return matches;
  };
}
