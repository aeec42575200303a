const KEY = 'recent-searches';
const KEPT = 6;

/** What was searched for on this device and led somewhere, the last first. Kept here and nowhere else. */
export function readRecent(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((query) => typeof query === 'string').slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

export function rememberSearch(query: string): void {
  const asked = query.trim();
  if (asked === '') return;
  const queries = [asked, ...readRecent().filter((other) => other !== asked)].slice(0, KEPT);
  try {
    localStorage.setItem(KEY, JSON.stringify(queries));
  } catch {
    // Storage may be full or forbidden; nothing depends on it.
  }
}

export function forgetSearches(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // What could not be stored need not be forgotten.
  }
}
