const KEY = 'theme';

/**
 * Shows the choice of colour scheme and remembers it on this device. What is chosen on one page holds on those that are
 * open beside it, and on those that the reader comes back to.
 */
export function enhanceTheme(): void {
  const select = document.querySelector<HTMLSelectElement>('#theme_select');
  if (!select) return;
  const root = document.documentElement;
  /** Anything but the two schemes leaves it to the device. */
  const apply = (theme: string | null | undefined) => {
    if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;
    else delete root.dataset['theme'];
    select.value = root.dataset['theme'] ?? 'auto';
  };
  apply(root.dataset['theme']);
  select.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden');
  select.addEventListener('change', () => {
    apply(select.value);
    try {
      if (select.value === 'auto') localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, select.value);
    } catch {
      // Storage may be forbidden; the choice holds for this page.
    }
  });
  addEventListener('storage', ({ key, newValue }) => key === KEY && apply(newValue));
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    try {
      apply(localStorage.getItem(KEY));
    } catch {
      // As above.
    }
  });
}
