import { searchText as text } from '../../components/search-strings.ts';
import type { PageDetails, PageHit, SectionHit, Segment } from '../../search/engine/types.ts';
import { element } from './dom.ts';

export interface HitParts {
  /** Where the page stands, and its title. */
  readonly head: HTMLElement;
  /** One link for each section that answers, best first. */
  readonly links: HTMLAnchorElement[];
}

/** What a page that was found looks like, in the dialog as on the search page. */
export function drawHit(hit: PageHit, details: PageDetails): HitParts {
  const { title, url, breadcrumb, sections } = details;
  // A link to the top of the page says the title itself.
  const trail = sections[0]?.url === url ? breadcrumb : [...breadcrumb, title];
  const head = element('p', { class: 'hit-page' }, trail.join(' › '));
  if (hit.approximate) head.append(element('span', { class: 'hit-near' }, text.near));
  return { head, links: sections.map(drawSection) };
}

function drawSection({ heading, url, excerpt }: SectionHit): HTMLAnchorElement {
  return element(
    'a',
    { href: url, class: 'hit' },
    element('span', { class: 'hit-heading' }, ...drawSegments(heading)),
    element('span', { class: 'hit-excerpt' }, ...drawSegments(excerpt)),
  );
}

const drawSegments = (segments: readonly Segment[]): (Node | string)[] =>
  segments.map(({ text, marked }) => (marked ? element('mark', {}, text) : text));
