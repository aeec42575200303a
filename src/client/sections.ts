/**
 * Lays out the sections that the style sheet left for later, one at each idle moment, as soon as the reader begins to
 * scroll: from then on the height of the page is true, and with it a place that is remembered for a reload.
 */
export function layOutSections(): void {
  if (!('fresh' in document.documentElement.dataset) || !('requestIdleCallback' in globalThis)) return;
  const sections = [...document.querySelectorAll<HTMLElement>('[data-height]')];
  const next = () => {
    const section = sections.shift();
    if (!section) return;
    section.style.contentVisibility = 'visible';
    requestIdleCallback(next);
  };
  addEventListener('scroll', () => requestIdleCallback(next), { passive: true, once: true });
}
