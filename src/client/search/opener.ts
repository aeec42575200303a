const OPENERS = '[data-search-open]';

/**
 * Opens the search where it is asked for: at its button, with `/` or with Ctrl/⌘ K. Nothing of it is loaded before the
 * pointer or the focus is on the button, or a key is pressed.
 */
export function openSearchOnDemand(): void {
  const load = () => import('./dialog.ts');
  /** What is typed for a dialog that is not there yet. */
  let typed: string | undefined;
  const open = async (opener?: HTMLElement) => {
    // The search page has a field of its own.
    const field = document.querySelector<HTMLInputElement>('[data-search-field]');
    if (field) return field.select();
    typed = '';
    try {
      const { openSearch } = await load();
      await openSearch(() => (opener instanceof HTMLInputElement ? opener.value : typed));
    } catch {
      // The program or its style sheet cannot be had: the search page at least is a page.
      const link = opener ?? document.querySelector<HTMLElement>(`a${OPENERS}`);
      if (link instanceof HTMLAnchorElement) location.assign(link.href);
    }
    typed = undefined;
  };
  const openerOf = ({ target }: Event): HTMLElement | null =>
    target instanceof Element ? target.closest<HTMLElement>(OPENERS) : null;

  for (const name of ['pointerover', 'focusin', 'touchstart'])
    document.addEventListener(name, (event) => openerOf(event) && void load().catch(() => undefined), {
      passive: true,
    });
  document.addEventListener('click', (event) => {
    const opener = openerOf(event);
    if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void open(opener);
  });
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || isEditable(event.target)) return;
    const withModifier = event.ctrlKey || event.metaKey;
    if (typed !== undefined && !withModifier && event.key.length === 1) typed += event.key;
    else if (withModifier ? event.key.toLowerCase() === 'k' : event.key === '/') void open();
    else return;
    event.preventDefault();
  });
}

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'));
