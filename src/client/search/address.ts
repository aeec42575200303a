import { href } from '../../components/href.ts';
import { searchText } from '../../components/search-strings.ts';
import { CATEGORY_LABELS } from '../../model/labels.ts';
import { paths } from '../../model/paths.ts';
import type { PageKind } from '../../search/engine/types.ts';
import type { Question } from './session.ts';

const categories = Object.entries(CATEGORY_LABELS);
const kinds = Object.keys(searchText.kinds) as PageKind[];

/** The address of a question on the search page; categories go by their short names there. */
export function addressOf({ query, category, kind }: Question): string {
  const slug = categories.find(([, label]) => label === category)?.[0] ?? '';
  const parts = Object.entries({ q: query.trim(), category: slug, kind }).filter(([, value]) => value);
  const search = new URLSearchParams(parts).toString();
  return href(paths.search) + (search && `?${search}`);
}

/** The question that an address asks. What it does not know it leaves out. */
export function readAddress(search: string): Question {
  const query = new URLSearchParams(search);
  const asked = query.get('category') ?? '';
  const category = categories.find((names) => names.includes(asked))?.[1] ?? '';
  const kind = kinds.find((known) => known === query.get('kind')) ?? '';
  return { query: query.get('q') ?? '', category, kind };
}
