import { diagnose, nearest } from '../diagnostics/index.ts';
import { paths } from '../model/paths.ts';
import { deriveQuotas } from '../model/quotas.ts';
import type { CheckedContent, Check } from './check.ts';
import { nearestPlace } from './nearest-place.ts';
import { pageOfPlace } from './place-names.ts';
import { findUnreadPages } from './unread.ts';

/** Links inside content lead to pages and anchors that exist, or that redirect to one. */
export const checkLinks: Check = (content) => {
  const redirected = new Set<string>((content.entries.redirects?.data ?? []).map(({ from }) => from));
  const unread = findUnreadPages(content.entries);
  const exists = (path: string) =>
    content.permalinks.has(path) || redirected.has(path) || unread.has(pageOfPlace(path));
  return bodies(content).flatMap(({ page, links }) =>
    links.flatMap(({ to, source }) => {
      const path = to.startsWith('#') ? `${page}${to}` : to;
      return exists(path)
        ? []
        : [diagnose('N501', source, { url: to, nearest: nearestPlace(path, content.permalinks) })];
    }),
  );
};

/** Quotas that notes cite exist. */
export const checkQuotaReferences: Check = (content) => {
  const known = new Set(deriveQuotas(content.entries).map(({ id }) => id));
  const faulty = new Set(content.entries.faulty);
  const exists = (id: string) => known.has(id) || faulty.has(`quotas/${id.split('/')[0]}.yaml`);
  return bodies(content).flatMap(({ quotas }) =>
    quotas.flatMap(({ to, source }) =>
      exists(to) ? [] : [diagnose('N502', source, { id: to, nearest: nearest(to, known) })],
    ),
  );
};

/** The outline of each body, with the page that it is shown on. */
function bodies({ entries, outlines }: CheckedContent) {
  const pages = [
    ...entries.services.map(({ file, id }) => ({ file, page: paths.service(id) })),
    ...entries.notes.map(({ file, data }) => ({ file, page: paths.service(data.service) })),
    ...entries.comparisons.map(({ file, id }) => ({ file, page: paths.comparison(id) })),
  ];
  return pages.flatMap(({ file, page }) => {
    const outline = outlines.get(file);
    return outline ? [{ page, links: outline.links, quotas: outline.quotas }] : [];
  });
}
