import { keyOf } from '../tokens/index.ts';
import type { Aliases } from './aliases.ts';
import { isLoose, type Finder, type Found, type FoundPage } from './finder.ts';
import { rankPages } from './rank.ts';
import { cutTerms, type Term } from './terms.ts';

/** With fewer pages than this, pages that answer nearly are looked for as well. */
const FEW = 8;
/** What is typed in one, S3バケット, is about the thing of that name, which its own page calls by the word alone. */
const NAME_AND_WORD = /^\w+[^ -~]+$/;
/** Words that a message has at least. */
const MESSAGE = 3;

/** Finds pages: those that have the query as it was typed; when they are few, also those that nearly have it. */
export async function findPages(query: string, finder: Finder, signal?: AbortSignal): Promise<Found> {
  const { matcher, aliases, pageCount } = finder;
  const terms = await cutTerms(query, aliases.isName);
  const strict = rankPages(await Promise.all(terms.map((term) => matcher(term.text, term))), pageCount);
  signal?.throwIfAborted();
  const phrase = (await isMessage(terms, aliases)) ? await matcher(query, { quoted: true }) : undefined;
  const exact = strict.map((page): FoundPage => ({
    ...page,
    approximate: isLoose(page) || (phrase !== undefined && !phrase.has(page.page)),
  }));
  if (
    (strict.length >= FEW && !NAME_AND_WORD.test(query)) ||
    terms.length === 0 ||
    terms.some(({ quoted }) => quoted)
  )
    return { pages: exact, suggestion: undefined };

  // A program of its own: two of three queries do not need it.
  const near = await import('./near.ts');
  const found = await near.findNear(query, exact, finder);
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
