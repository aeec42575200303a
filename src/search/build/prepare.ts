import type { SearchHints } from '../../schema/index.ts';
import type { SearchPage } from '../pages/search-page.ts';
import type { IndexedPage } from './run-pagefind.ts';
import { layOut } from './stream.ts';
import { listCompounds, listSubjects, type SectionSubject } from './subjects.ts';
import { listWords, type PageWords } from './vocabulary.ts';

/** All that the index needs of one page. Plain data, which depends on nothing but the page and its hints. */
export interface PreparedPage extends IndexedPage {
  readonly words: PageWords;
  /** Each once. */
  readonly compounds: readonly string[];
  readonly subjects: readonly SectionSubject[];
}

/**
 * The share of the work that can be kept from one build to the next.
 *
 * @param hints what writers say of the page's sections besides
 */
export function preparePage(page: SearchPage, hints: SearchHints = {}): PreparedPage {
  const { blocks, windows, starts } = layOut(page);
  return {
    page,
    blocks,
    windows,
    words: listWords(page),
    compounds: listCompounds(page),
    subjects: listSubjects(page, starts, hints),
  };
}
