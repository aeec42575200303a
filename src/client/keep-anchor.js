// A page that moved leads on by itself, but would lose the anchor; served as it is, and run before the browser leaves.
(() => {
  const link = document.querySelector('a');
  if (location.hash && link && !link.hash) location.replace(link.href + location.hash);
})();
