/** Loads the previews of links with the first link of the text that is pointed at or reached by keyboard. */
export function previewOnIntent(): void {
  const begin = (event: Event) => {
    if (!(event.target instanceof Element) || !event.target.closest('main a:not(.anchor)')) return;
    for (const name of EVENTS) document.removeEventListener(name, begin);
    // Without them links are what they are without scripts.
    import('./previews.ts').then((previews) => previews.showPreviews(event)).catch(() => undefined);
  };
  for (const name of EVENTS) document.addEventListener(name, begin, { passive: true });
}

const EVENTS = ['pointerover', 'focusin'];
