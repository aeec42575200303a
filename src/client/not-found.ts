import { withoutBase } from '../model/paths.ts';
import { loadEngine } from './search/load-engine.ts';
import { element } from './search/dom.ts';

/** Pages that are offered in place of the one that is not there. */
const SHOWN = 4;

const section = document.querySelector<HTMLElement>('[data-nearest]');
// Without the search the page is what it is without scripts.
if (section) offerNearest(section).catch(() => undefined);

/** Searches for what the address says, wherever it was thought to lie: `/lambda/concurency/`, `/services/lamda.html`. */
async function offerNearest(place: HTMLElement): Promise<void> {
  const words = readWords(location.pathname);
  if (words === '') return;
  const { results } = await (await loadEngine()).search(words);
  const pages = await Promise.all(results.slice(0, SHOWN).map((hit) => hit.load()));
  const links = pages.map(({ url, breadcrumb, title }) =>
    element('li', {}, element('a', { href: url }, [...breadcrumb, title].join(' › '))),
  );
  place.querySelector('ul')?.replaceChildren(...links);
  place.hidden = links.length === 0;
}

/** The words of the last part of a path that names something. */
function readWords(path: string): string {
  const parts = withoutBase(import.meta.env.BASE_URL, path).split('/');
  const last = parts.findLast((part) => part !== '' && !/^(?:index|404)\./.test(part)) ?? '';
  return decodeURIComponent(last)
    .replace(/\.\w+$/, '')
    .replaceAll(/[-_.+]/g, ' ')
    .trim();
}
