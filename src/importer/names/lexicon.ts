import type { ContentEntries } from '../../content/entries.ts';
import type { ServiceSlug } from '../../schema/index.ts';

/** How the words of each service differ from those of all services. */
export interface Lexicon {
  /**
   * How well a text fits each of the services: the mean over its known words of the log likelihood against the
   * common language. 0 fits like any text, above is typical, below is foreign.
   */
  rank(text: string): LexicalRanking;
}

export interface LexicalRanking {
  /** Number of different words that occur in the lexicon at all. */
  readonly known: number;
  scoreOf(service: ServiceSlug): number;
  /** The best service, or undefined when no word is known. */
  readonly best: { readonly service: ServiceSlug; readonly score: number } | undefined;
}

/**
 * How many words of the common language each service is taken to have said already (Dirichlet smoothing): what a short
 * page does not mention proves little.
 */
const PRIOR = 2000;

const WORD = /[a-z][a-z0-9]+(?:[._:+-]+[a-z0-9]+)*|[ァ-ヺー]{2,}|[\p{Script=Han}々]{2,}/gu;

/** Words of Japanese technical text: Latin identifiers, katakana runs, pairs of kanji. */
function* wordsOf(text: string): Generator<string> {
  for (const [word] of text.normalize('NFKC').toLowerCase().matchAll(WORD)) {
    if (/^[\p{Script=Han}々]/u.test(word))
      for (let i = 0; i + 2 <= word.length; i += 1) yield word.slice(i, i + 2);
    else yield word;
  }
}

/** Learns the words of each service from what the content says about it. */
export function createLexicon({ services, notes }: Pick<ContentEntries, 'services' | 'notes'>): Lexicon {
  const texts = new Map<ServiceSlug, string[]>();
  const add = (service: ServiceSlug, ...parts: string[]) => {
    const list = texts.get(service) ?? [];
    texts.set(service, list);
    list.push(...parts);
  };
  for (const { id, data, body } of services)
    add(id, data.name, ...data.aliases, ...data.features, ...data.searchAliases, data.summary, body.text);
  for (const { data, body } of notes) if (!data.imported) add(data.service, data.title, body.text);

  const counts = new Map<string, Map<ServiceSlug, number>>();
  const sizes = new Map<ServiceSlug, number>();
  let all = 0;
  for (const [service, parts] of texts)
    for (const word of wordsOf(parts.join('\n'))) {
      const row = counts.get(word) ?? new Map<ServiceSlug, number>();
      counts.set(word, row);
      row.set(service, (row.get(service) ?? 0) + 1);
      sizes.set(service, (sizes.get(service) ?? 0) + 1);
      all += 1;
    }
  /** The score of a service per word that it never uses. */
  const absent = new Map([...sizes].map(([service, size]) => [service, Math.log(PRIOR / (size + PRIOR))]));

  return {
    rank(text) {
      const gains = new Map<ServiceSlug, number>();
      const known = [...new Set(wordsOf(text))].filter((word) => counts.has(word));
      for (const word of known) {
        const row = counts.get(word) ?? new Map<ServiceSlug, number>();
        const prior = (PRIOR * sum(row.values())) / all;
        for (const [service, count] of row)
          gains.set(service, (gains.get(service) ?? 0) + Math.log((count + prior) / prior));
      }
      const scoreOf = (service: ServiceSlug) =>
        known.length === 0 ? 0 : (gains.get(service) ?? 0) / known.length + (absent.get(service) ?? 0);
      const [best] = [...gains.keys()].toSorted((a, b) => scoreOf(b) - scoreOf(a) || (a < b ? -1 : 1));
      return { known: known.length, scoreOf, best: best && { service: best, score: scoreOf(best) } };
    },
  };
}

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
