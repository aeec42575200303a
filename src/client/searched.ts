/** The address that a search led to and the words that answered, a line each. Kept in this tab only. */
const KEY = 'searched';

/** Marks the words that were searched for in the section that a result of the search leads to. */
export function markSearched(): void {
  document.addEventListener('click', ({ target }) => {
    const hit = target instanceof Element && target.closest<HTMLAnchorElement>('a.hit');
    if (!hit) return;
    const words = Array.from(hit.querySelectorAll('mark'), ({ textContent }) => textContent);
    try {
      sessionStorage.setItem(KEY, [hit.href, ...words].join('\n'));
    } catch {
      // Storage may be forbidden; the section is found all the same.
    }
    // It may lead to another section of this very page.
    setTimeout(markHere);
  });
  markHere();
}

function markHere(): void {
  try {
    const [href, ...words] = sessionStorage.getItem(KEY)?.split('\n') ?? [];
    if (href !== location.href) return;
    sessionStorage.removeItem(KEY);
    import('./marks.ts').then((marks) => marks.markWords(words)).catch(() => undefined);
  } catch {
    // As above.
  }
}
