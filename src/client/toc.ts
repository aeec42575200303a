/**
 * Marks the entry of the table of contents whose section is being read, and names it where the contents are folded
 * away (on a phone). Folds the contents again when an entry was chosen.
 */
export function followToc(): void {
  const toc = document.querySelector<HTMLDetailsElement>('.page-toc');
  const links = new Map<string, HTMLAnchorElement>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.toc a'))
    links.set(decodeURIComponent(link.hash.slice(1)), link);
  if (!toc || links.size === 0) return;
  const label = toc.querySelector('[data-toc-current]');
  // Now that the current entry is known, the others need not show what is below them.
  toc.classList.add('follows');
  toc.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) toc.open = false;
  });
  const headings = [...document.querySelectorAll<HTMLElement>('main :is(h2, h3)[id]')].filter(({ id }) =>
    links.has(id),
  );
  const sections = Map.groupBy(headings, (heading) => heading.closest('section') ?? heading);
  let current: HTMLAnchorElement | undefined;
  let waiting = false;

  // An IntersectionObserver would be silent on a jump over several headings (End, a dragged scroll bar).
  addEventListener('scroll', updateSoon, { passive: true });
  addEventListener('resize', updateSoon, { passive: true });
  updateSoon();

  function updateSoon(): void {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      update();
    });
  }

  function update(): void {
    const heading = findCurrent(sections);
    const link = heading && links.get(heading.id);
    if (link === current) return;
    current?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'location');
    if (link) keepInSight(link);
    if (label) label.textContent = link?.textContent ?? '';
    current = link;
  }
}

/**
 * The last heading above the upper third of the window: its section is on the screen. Sections are asked first where they
 * are, since a heading cannot say so before all of its section is laid out.
 */
function findCurrent(sections: ReadonlyMap<Element, readonly HTMLElement[]>): HTMLElement | undefined {
  const section = findLastAbove([...sections.keys()]);
  return section && findLastAbove(sections.get(section) ?? []);
}

/** They stand in order, so it is enough to ask a few of them. The first one, where none is above. */
function findLastAbove<T extends Element>(elements: readonly T[]): T | undefined {
  let [above, below] = [0, elements.length];
  while (below - above > 1) {
    const middle = (above + below) >> 1;
    if ((elements[middle]?.getBoundingClientRect().top ?? 0) < innerHeight / 3) above = middle;
    else below = middle;
  }
  return elements[above];
}

/** Scrolls the list of contents, and nothing else, so that an entry can be seen. */
function keepInSight(link: HTMLElement): void {
  const list = link.closest<HTMLElement>('.toc');
  if (!list) return;
  const top = link.offsetTop - list.offsetTop;
  if (top < list.scrollTop || top + link.offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = top - list.clientHeight / 2;
}
