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

/** The pages that were found with their sections, and the way to all of them. */
export function drawHits({ outcome, shown }: Answer, address: string): HTMLElement[] {
  const groups = shown.map(({ hit, details }, i) => {
    const { head, links } = drawHit(hit, details);
    return drawGroup(`search-page-${i}`, head, links);
  });
  if (shown.length === outcome.total) return groups;
  const all = element(
    'a',
    { href: address, class: 'hit hit-all', role: 'option' },
    text.everyResult(outcome.total),
  );
  all.tabIndex = -1;
  return [...groups, all];
}

/** What is offered before anything is typed: the last searches, and the pages of the site's own navigation. */
export function drawStart(): HTMLElement[] {
  const recent = readRecent().map((query) =>
    element('div', { class: 'hit hit-short', 'data-query': query }, query),
  );
  const pages = [...document.querySelectorAll<HTMLAnchorElement>(':is(.site-nav, .site-footer nav) a')].map(
    ({ href, textContent }) => element('a', { href, class: 'hit hit-short' }, textContent ?? ''),
  );
  const heading = (name: string) => element('p', { class: 'hit-page' }, name);
  return [
    ...(recent.length > 0 ? [drawGroup('search-recent', heading(text.recent), recent)] : []),
    drawGroup('search-pages', heading(text.pages), pages),
  ];
}
