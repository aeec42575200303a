type Theme = 'auto' | 'light' | 'dark';

const isTheme = (value: unknown): value is Theme => value === 'auto' || value === 'light' || value === 'dark';

/** Shows the choice of colour scheme and remembers it on this device. */
export function enhanceTheme(): void {
  const select = document.querySelector<HTMLSelectElement>('#theme');
  if (!select) return;
  const root = document.documentElement;
  select.value = root.dataset['theme'] ?? 'auto';
  select.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden');
  select.addEventListener('change', () => {
    if (isTheme(select.value)) applyTheme(select.value);
  });

  function applyTheme(theme: Theme): void {
    if (theme === 'auto') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
    try {
      if (theme === 'auto') localStorage.removeItem('theme');
      else localStorage.setItem('theme', theme);
    } catch {
      // Storage may be forbidden; the choice holds for this page.
    }
  }
}
