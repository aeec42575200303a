import { keyOf } from '../tokens/index.ts';
import type { Aliases } from './aliases.ts';
import { isLoose, type Finder, type Found, type FoundPage } from './finder.ts';
import { rankPages } from './rank.ts';
import { cutTerms, toKatakana, type Term } from './terms.ts';

/** With fewer pages than this, pages that answer nearly are looked for as well. */
const FEW = 8;
/** Words that a message has at least. */
const MESSAGE = 3;

/** Finds pages: those that have the query as it was typed; when they are few, also those that nearly have it. */
export async function findPages(query: string, finder: Finder, signal?: AbortSignal): Promise<Found> {
  const { matcher, aliases, pageCount } = finder;
  const terms = await cutTerms(query, aliases.isName);
  const matchAll = (all: readonly Term[]) => Promise.all(all.map((term) => matcher(term.text, term)));
  let strict = rankPages(await matchAll(terms), pageCount);
  signal?.throwIfAborted();
  const katakana = strict.length === 0 && terms.length === 1 ? toKatakana(terms[0]?.text ?? '') : undefined;
  if (katakana !== undefined)
    strict = rankPages(await matchAll([{ text: katakana, quoted: false, open: true }]), pageCount);
  const phrase = (await isMessage(terms, aliases)) ? await matcher(query, { quoted: true }) : undefined;
  const exact = strict.map((page): FoundPage => ({
    ...page,
    approximate: isLoose(page) || (phrase !== undefined && !phrase.has(page.page)),
  }));
  if (strict.length >= FEW || terms.length === 0 || terms.some(({ quoted }) => quoted))
    return { pages: exact, suggestion: undefined };

  // A program of its own: two of three queries do not need it.
  const near = await import('./near.ts');
  const found = await near.findNear(katakana ?? query, exact, finder);
  signal?.throwIfAborted();
  return found;
}

/**
 * A line of English that names nothing, and half of whose words have no other words, is a message of a program: pages
 * with its words here and there only come near.
 */
async function isMessage(terms: readonly Term[], { isName, expand }: Aliases): Promise<boolean> {
  if (terms.length < MESSAGE || !terms.every(({ text }) => /^[\x21-\x7e]+$/.test(text))) return false;
  const known = await Promise.all(terms.map(({ text }) => isName(keyOf(text))));
  const others = await Promise.all(terms.map(({ text }) => expand(text)));
  return !others.flat().some(({ name }) => name) && known.filter((is) => !is).length * 2 >= terms.length;
}
