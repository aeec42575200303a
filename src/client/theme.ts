type Theme = 'auto' | 'light' | 'dark';

const KEY = 'theme';

const isTheme = (value: unknown): value is Theme => value === 'auto' || value === 'light' || value === 'dark';

/**
 * Shows the choice of colour scheme and remembers it on this device. What is chosen on one page holds on those that are
 * open beside it, and on those that the reader comes back to.
 */
export function enhanceTheme(): void {
  const select = document.querySelector<HTMLSelectElement>('#theme_select');
  if (!select) return;
  const root = document.documentElement;
  select.value = root.dataset['theme'] ?? 'auto';
  select.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden');
  select.addEventListener('change', () => {
    if (!isTheme(select.value)) return;
    applyTheme(select.value);
    try {
      if (select.value === 'auto') localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, select.value);
    } catch {
      // Storage may be forbidden; the choice holds for this page.
    }
  });
  addEventListener('storage', ({ key, newValue }) => key === KEY && applyStored(newValue));
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    try {
      applyStored(localStorage.getItem(KEY));
    } catch {
      // As above.
    }
  });

  function applyStored(value: string | null): void {
    applyTheme(isTheme(value) ? value : 'auto');
  }
  function applyTheme(theme: Theme): void {
    if (theme === 'auto') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
    if (select) select.value = theme;
  }
}
