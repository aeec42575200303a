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
  // At the end of the page a link may lead to where the reader is already.
  addEventListener('hashchange', updateSoon);
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
    const heading = findCurrent(headings, sections);
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
 * The last heading above the reading line; or, also above it and in sight, the one that the address names, since the last
 * sections of a page are too short to be scrolled to its top. Sections are asked first where they are, since a heading
 * cannot say so before all of its section is laid out.
 */
function findCurrent(
  headings: readonly HTMLElement[],
  sections: ReadonlyMap<Element, readonly HTMLElement[]>,
): HTMLElement | undefined {
  const line = findReadingLine();
  const named = headings.find((heading) => heading.matches(':target'));
  const top = named?.getBoundingClientRect().top ?? -1;
  if (top >= 0 && top < line) return named;
  const section = findLastAbove([...sections.keys()], line);
  return section && findLastAbove(sections.get(section) ?? [], line);
}

/** Just below the place to which links lead. In the last window of a page it goes down, so that every section has its turn. */
function findReadingLine(): number {
  const { scrollHeight, clientHeight } = document.documentElement;
  const start = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 8;
  const left = scrollHeight - clientHeight - scrollY;
  const progress = Math.max(0, 1 - left / Math.min(scrollY + left, clientHeight));
  return start + (clientHeight - start) * progress;
}

/** They stand in order, so it is enough to ask a few of them. The first one, where none is above. */
function findLastAbove<T extends Element>(elements: readonly T[], line: number): T | undefined {
  let [above, below] = [0, elements.length];
  while (below - above > 1) {
    const middle = (above + below) >> 1;
    if ((elements[middle]?.getBoundingClientRect().top ?? 0) < line) above = middle;
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
