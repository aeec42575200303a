/** Brings the picture of relations to life when it comes near the window: few readers go that far down a page. */
export function exploreMapOnSight(): void {
  const picture = document.querySelector('[data-map]');
  if (!picture) return;
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      // Without it the picture is what it is without scripts.
      import('./service-map.ts').then((map) => map.exploreMap()).catch(() => undefined);
    },
    { rootMargin: '100% 0%' },
  );
  observer.observe(picture);
}
