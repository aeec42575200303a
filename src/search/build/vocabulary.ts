import type { SearchPage } from '../pages/search-page.ts';
import { casedWord, cutRuns, joinWord, normalize, partsOf } from '../tokens/index.ts';

/** Shorter words have too many neighbours to guess from, longer ones are hashes and the like. */
const LENGTH = { word: [4, 24], katakana: [3, 20] } as const;
const KATAKANA = /[ァ-ヺー]+/g;
const HASH = /^[0-9a-f]{8,}$/;

/** The words of one page, each once. */
export interface PageWords {
  /** Of its title and headings. */
  readonly prominent: readonly string[];
  readonly others: readonly string[];
}

export function listWords({ title, sections }: SearchPage): PageWords {
  const prominent = new Set([title, ...sections.flatMap(({ heading }) => heading ?? [])].flatMap(wordsOf));
  const others = new Set(sections.flatMap(({ blocks }) => blocks.flatMap(wordsOf)));
  return { prominent: [...prominent], others: [...others.difference(prominent)] };
}

/**
 * Collects the words that a misspelt one may have meant, with the number of pages that hold each: those on two pages at
 * least, and those of titles and headings.
 */
export function collectVocabulary(pages: readonly PageWords[]): Map<string, number> {
  const counts = new Map<string, number>();
  const prominent = new Set(pages.flatMap((page) => page.prominent));
  for (const page of pages)
    for (const word of [...page.prominent, ...page.others]) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].filter(([word, pages]) => pages > 1 || prominent.has(word)));
}

function wordsOf(source: string): string[] {
  const normalized = normalize(source);
  const within = (word: string, [least, most]: readonly [number, number]) =>
    word.length >= least && word.length <= most;
  return cutRuns(normalized).flatMap(({ kind, start, end }) => {
    if (kind === 'script')
      return (normalized.text.slice(start, end).match(KATAKANA) ?? []).filter((word) =>
        within(word, LENGTH.katakana),
      );
    const cased = casedWord(normalized, start, end);
    return [joinWord(cased), ...partsOf(cased)].filter(
      (word) => within(word, LENGTH.word) && /[a-z]/.test(word) && !HASH.test(word),
    );
  });
}
