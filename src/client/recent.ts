/** Service pages that were opened on this device, the last first. Kept here and nowhere else. */
interface Visit {
  readonly path: string;
  readonly title: string;
}

const KEY = 'recent-pages';
const KEPT = 8;

/** Remembers the service page that is shown; on the home page, lists those that were shown before. */
export function keepRecentPages(): void {
  const page = document.querySelector<HTMLElement>('[data-visit]');
  if (page) remember({ path: location.pathname, title: page.dataset['visit'] ?? document.title });
  const section = document.querySelector<HTMLElement>('[data-recent]');
  if (!section) return;
  listVisits(section);
  // A page that the reader comes back to is as it was left.
  addEventListener('pageshow', ({ persisted }) => persisted && listVisits(section));
  section.querySelector('button')?.addEventListener('click', () => {
    localStorage.removeItem(KEY);
    section.hidden = true;
  });
}

function readVisits(): Visit[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isVisit) : [];
  } catch {
    return [];
  }
}

/** Only paths of this site are ever turned into links again. */
function isVisit(value: unknown): value is Visit {
  const { path, title } = Object(value) as Partial<Visit>;
  return typeof title === 'string' && typeof path === 'string' && /^\/(?![/\\])/.test(path);
}

function remember(visit: Visit): void {
  const visits = [visit, ...readVisits().filter(({ path }) => path !== visit.path)].slice(0, KEPT);
  try {
    localStorage.setItem(KEY, JSON.stringify(visits));
  } catch {
    // Storage may be full or forbidden; nothing depends on it.
  }
}

function listVisits(section: HTMLElement): void {
  const list = section.querySelector('ul');
  const visits = readVisits();
  if (!list || visits.length === 0) return;
  list.replaceChildren(
    ...visits.map(({ path, title }) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = path;
      link.textContent = title;
      item.append(link);
      return item;
    }),
  );
  section.hidden = false;
}
