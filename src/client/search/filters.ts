import { searchText as text } from '../../components/search-strings.ts';
import type { PageKind, SearchOutcome } from '../../search/engine/types.ts';
import { element } from './dom.ts';
import type { Question } from './session.ts';

export interface Filters {
  readonly bar: HTMLElement;
  read(): Pick<Question, 'category' | 'kind'>;
  /** Shows a choice before it is known what it leaves. */
  write(chosen: Pick<Question, 'category' | 'kind'>): void;
  /** Offers what the results can be narrowed to, each with the number of pages that it leaves. */
  offer(facets: SearchOutcome['facets']): void;
}

/** Two lists that narrow the results, by category and by kind of page. */
export function createFilters(onChange: () => void): Filters {
  const category = element('select', { name: 'category' });
  const kind = element('select', { name: 'kind' });
  const bar = element(
    'div',
    { class: 'search-filters' },
    element('label', {}, text.category, category),
    element('label', {}, text.kind, kind),
  );
  bar.addEventListener('change', onChange);

  function write(chosen: Pick<Question, 'category' | 'kind'>): void {
    fill(category, new Map(), chosen.category, String);
    fill(kind, new Map<PageKind, number>(), chosen.kind, nameOfKind);
  }
  write({ category: '', kind: '' });

  return {
    bar,
    write,
    read: () => ({ category: category.value, kind: kind.value as PageKind | '' }),
    offer(facets) {
      fill(category, facets.category, category.value, String);
      fill(kind, facets.kind, kind.value as PageKind | '', nameOfKind);
    },
  };
}

const nameOfKind = (kind: PageKind): string => text.kinds[kind];

/** The chosen value stays to be seen and undone, even if it leaves nothing. */
function fill<T extends string>(
  select: HTMLSelectElement,
  counts: ReadonlyMap<T, number>,
  chosen: T | '',
  nameOf: (value: T) => string,
): void {
  const values = [...counts].toSorted(([, a], [, b]) => b - a);
  if (chosen !== '' && !counts.has(chosen)) values.push([chosen, 0]);
  select.replaceChildren(
    new Option(text.all, ''),
    ...values.map(([value, count]) => new Option(`${nameOf(value)}（${count}）`, value)),
  );
  select.value = chosen;
}
