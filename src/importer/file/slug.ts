import type { ContentEntries } from '../../content/entries.ts';
import { isSlug, namesOf } from '../../schema/index.ts';
import { hash } from '../read/note.ts';
import { SLUG_TERMS } from './slug-terms.ts';

/** Makes short ASCII ids of headings. */
export interface Slugger {
  /** The id of a heading: its Latin words and the English of its known terms, in order; else a stable name of its own. */
  slugOf(heading: string): string;
}

/** Longer ids are cut at a word; suffixes still fit behind. */
const LONGEST = 48;
/** Characters of a heading that an id has to express for the words to mean it. */
const LEAST_COVERED = 0.5;

/** Learns English words from the ids of services and glossary terms, beside the reviewed table. */
export function createSlugger({
  services,
  glossary,
}: Pick<ContentEntries, 'services' | 'glossary'>): Slugger {
  const terms = new Map<string, string>();
  for (const { id, term, aliases } of glossary?.data ?? [])
    for (const name of [term, ...aliases]) terms.set(keyOf(name), id);
  for (const { id, data } of services) for (const name of namesOf(data)) terms.set(keyOf(name), id);
  for (const [name, slug] of SLUG_TERMS) terms.set(keyOf(name), slug);
  // Latin words stand for themselves.
  for (const name of terms.keys()) if (/^[\x00-\x7f]*$/.test(name)) terms.delete(name);
  const longest = Math.max(0, ...[...terms.keys()].map((name) => name.length));
  return { slugOf };

  function slugOf(heading: string): string {
    const text = keyOf(heading);
    const words: string[] = [];
    let covered = 0;
    let letters = 0;
    for (let i = 0; i < text.length;) {
      const latin = /^[a-z0-9]+/.exec(text.slice(i, i + LONGEST))?.[0];
      const term = latin ?? findTerm(text, i);
      const length = term?.length ?? 1;
      if (term !== undefined) {
        words.push(latin ?? terms.get(term) ?? '');
        covered += length;
      }
      if (term !== undefined || /[\p{L}\p{N}]/u.test(text.charAt(i))) letters += isKana(text, i) ? 0 : length;
      i += length;
    }
    const slug = joinWords(words);
    return slug !== '' && /[a-z]/.test(slug) && covered >= letters * LEAST_COVERED
      ? slug
      : `s-${hash(heading.normalize('NFKC')).slice(0, 6)}`;
  }

  function findTerm(text: string, at: number): string | undefined {
    for (let length = Math.min(longest, text.length - at); length > 0; length -= 1) {
      const name = text.slice(at, at + length);
      if (terms.has(name)) return name;
    }
    return undefined;
  }
}

/** Hiragana joins words and means little by itself. */
const isKana = (text: string, at: number): boolean => /[ぁ-ゖ]/.test(text.charAt(at));

const keyOf = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Words as an id: each once, as many as fit. */
export function joinWords(words: readonly string[]): string {
  let slug = '';
  for (const word of words.flatMap((w) => w.split('-'))) {
    if (word === '' || slug.split('-').includes(word)) continue;
    const next = slug === '' ? word : `${slug}-${word}`;
    if (next.length > LONGEST) break;
    slug = next;
  }
  return slug;
}

/**
 * Ids of one page; each is given once. What stands there since an earlier import of a note is free for that note only, so
 * that its links lead to it whatever else is imported with it.
 */
export class IdSpace {
  readonly #owners: ReadonlyMap<string, string | undefined>;
  readonly #given = new Set<string>();
  readonly #numbers = new Map<string, number>();

  /** @param owners the ids that stand there, each with the note it was imported from, if any */
  constructor(owners: ReadonlyMap<string, string | undefined>) {
    this.#owners = owners;
  }

  /** Takes for a note the first free of some ids; the last is numbered until it is free. */
  take(wishes: readonly string[], source: string): string {
    const wish =
      wishes.find((id) => isSlug(id) && this.#isFree(id, source)) ??
      this.#number(wishes.at(-1) ?? '', source);
    this.#given.add(wish);
    return wish;
  }

  #isFree(id: string, source: string): boolean {
    return !this.#given.has(id) && (!this.#owners.has(id) || this.#owners.get(id) === source);
  }

  #number(id: string, source: string): string {
    const base = id.slice(0, LONGEST).replace(/-+$/, '');
    const key = `${source}\n${base}`;
    let n = (this.#numbers.get(key) ?? 1) + 1;
    while (!this.#isFree(`${base}-${n}`, source)) n += 1;
    this.#numbers.set(key, n);
    return `${base}-${n}`;
  }
}
