import type { SearchPage } from '../pages/search-page.ts';
import type { IndexedPage } from './run-pagefind.ts';
import { layOut, type AskedAt } from './stream.ts';
import { listWords, type PageWords } from './vocabulary.ts';

/** All that the index needs of one page. Plain data, which depends on nothing but the page. */
export interface PreparedPage extends IndexedPage {
  readonly words: PageWords;
  readonly questions: readonly AskedAt[];
}

/** The share of the work that can be kept from one build to the next. */
export const preparePage = (page: SearchPage): PreparedPage => ({
  page,
  ...layOut(page),
  words: listWords(page),
});
