// Before the first paint; served as it is.
(() => {
  // Links and reloads lead to places that were measured on the whole page: src/styles/sections.css
  const [visit] = performance.getEntriesByType('navigation');
  if (visit?.type === 'navigate' && !visit.name.includes('#')) document.documentElement.dataset.fresh = '';
  // Chosen colours never flash.
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage may be forbidden.
  }
})();
