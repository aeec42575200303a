// Before the first paint; served as it is.
(() => {
  // A place that a link or a reload leads to was measured on the whole page (src/styles/sections.css).
  const [visit] = performance.getEntriesByType('navigation');
  if (visit?.type === 'navigate' && !visit.name.includes('#')) document.documentElement.dataset.fresh = '';
  // A chosen colour scheme never flashes.
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage may be forbidden.
  }
})();
