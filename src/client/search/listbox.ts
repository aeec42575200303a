import { searchText as text } from '../../components/search-strings.ts';
import { element } from './dom.ts';
import { drawHit } from './hits.ts';
import { readRecent } from './recent.ts';
import type { Answer } from './session.ts';

/** Options of the list that stand under one name. */
function drawGroup(id: string, head: HTMLElement, options: readonly HTMLElement[]): HTMLElement {
  head.id = id;
  for (const option of options) {
    option.setAttribute('role', 'option');
    option.tabIndex = -1;
  }
  return element('div', { role: 'group', 'aria-labelledby': id, class: 'search-group' }, head, ...options);
}

/** The pages that were found with their sections, the way to all of them, and pages of the navigation by that name. */
export function drawHits({ question, outcome, shown }: Answer, address: string): HTMLElement[] {
  const groups = shown.map(({ hit, details }, i) => {
    const { head, links } = drawHit(hit, details);
    return drawGroup(`search_page_${i}`, head, links);
  });
  const all = element(
    'a',
    { href: address, class: 'hit hit-all', role: 'option' },
    text.everyResult(outcome.total),
  );
  all.tabIndex = -1;
  return [...groups, ...(shown.length < outcome.total ? [all] : []), ...drawPages(plain(question.query))];
}

/** What is offered before anything is typed: the last searches, and the pages of the site's own navigation. */
export function drawStart(): HTMLElement[] {
  const recent = readRecent().map((query) => element('div', { class: 'hit', 'data-query': query }, query));
  return [
    ...(recent.length > 0 ? [drawGroup('search_recent', drawHead(text.recent), recent)] : []),
    ...drawPages(''),
  ];
}

/** The site's navigation, as far as its entries hold these letters: not every page is in the index. */
function drawPages(letters: string): HTMLElement[] {
  const pages = [...document.querySelectorAll<HTMLAnchorElement>(':is(.site-nav, .site-footer nav) a')]
    .filter(({ textContent }) => plain(textContent ?? '').includes(letters))
    .map(({ href, textContent }) => element('a', { href, class: 'hit' }, textContent ?? ''));
  return pages.length > 0 ? [drawGroup('search_pages', drawHead(text.pages), pages)] : [];
}

const drawHead = (name: string): HTMLElement => element('p', { class: 'hit-page' }, name);

const plain = (words: string): string => words.normalize('NFKC').trim().toLowerCase();
