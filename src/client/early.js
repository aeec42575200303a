// Runs before the first paint. Plain JavaScript: it is served as it is.
(() => {
  // A page that is opened at its top may leave what is far below for later (src/styles/sections.css). Where the reader
  // comes to a place in it, by a link or because of a reload, the whole page is laid out, as that place was measured on it.
  const [visit] = performance.getEntriesByType('navigation');
  if (visit?.type === 'navigate' && !visit.name.includes('#')) document.documentElement.dataset.fresh = '';
  // A chosen colour scheme never flashes.
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage may be forbidden; the device's scheme holds then.
  }
})();
