/** How long a pointer rests on a link before its page is fetched. */
const REST = 80;

/** Fetches the page of a link that the reader is about to follow; never against a wish to save data. */
export function prefetchOnIntent(): void {
  const { connection } = navigator as Navigator & {
    connection?: { saveData?: boolean; effectiveType?: string };
  };
  if (connection?.saveData || connection?.effectiveType?.endsWith('2g')) return;
  const fetched = new Set<string>([location.pathname]);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const consider = (event: Event) => {
    clearTimeout(timer);
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    if (
      !link ||
      link.origin !== location.origin ||
      fetched.has(link.pathname) ||
      !link.pathname.endsWith('/') ||
      'searchOpen' in link.dataset
    )
      return;
    timer = setTimeout(() => prefetch(link.pathname), REST);
  };
  for (const name of ['pointerover', 'focusin', 'touchstart'])
    document.addEventListener(name, consider, { passive: true });

  function prefetch(path: string): void {
    fetched.add(path);
    const hint = document.createElement('link');
    hint.rel = 'prefetch';
    hint.href = path;
    document.head.append(hint);
  }
}
