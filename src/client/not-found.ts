/** Pages that are offered in place of the one that is not there. */
const SHOWN = 4;
const BASE = import.meta.env.BASE_URL;

const section = document.querySelector<HTMLElement>('[data-nearest]');
// Without the search the page is what it is without scripts.
if (section) offerNearest(section).catch(() => undefined);

/** Searches for what the address says, wherever it was thought to lie: `/lambda/concurency/`, `/services/lamda.html`. */
async function offerNearest(place: HTMLElement): Promise<void> {
  const words = readWords(location.pathname.slice(BASE.length));
  if (words === '') return;
  const { createEngine } = await import('../search/engine/index.ts');
  const engine = await createEngine({ base: BASE });
  const { results } = await engine.search(words);
  const pages = await Promise.all(results.slice(0, SHOWN).map((hit) => hit.load()));
  const items = pages.map(({ url, breadcrumb, title }) => {
    const link = document.createElement('a');
    link.href = url;
    link.textContent = [...breadcrumb, title].join(' › ');
    const item = document.createElement('li');
    item.append(link);
    return item;
  });
  place.querySelector('ul')?.replaceChildren(...items);
  place.hidden = items.length === 0;
}

/** The words of the last part of a path that names something. */
function readWords(path: string): string {
  const last = path.split('/').findLast((part) => part !== '' && !/^(?:index|404)\./.test(part)) ?? '';
  return decodeURIComponent(last)
    .replace(/\.\w+$/, '')
    .replaceAll(/[-_.+]/g, ' ')
    .trim();
}
