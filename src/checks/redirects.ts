import { diagnose, type Diagnostic } from '../diagnostics/index.ts';
import { arrivalOf, followRedirects } from '../model/moved.ts';
import type { Check } from './check.ts';
import { nearestPlace } from './nearest-place.ts';
import { pageOfPlace } from './place-names.ts';
import { findUnreadPages } from './unread.ts';

/** Redirects lead, in the end, to a place that exists; they neither turn in circles nor hide a living page. */
export const checkRedirects: Check = ({ entries, permalinks }) => {
  const { redirects } = entries;
  if (!redirects) return [];
  const unread = findUnreadPages(entries);
  const targets = new Map<string, string>(redirects.data.map(({ from, to }) => [from, to]));
  return redirects.data.flatMap(({ from, to }, i): Diagnostic[] => {
    if (permalinks.has(from)) return [diagnose('N504', redirects.yaml.locate([i, 'from']), { from })];
    const end = followRedirects(from, targets);
    if (end === undefined) return [diagnose('N503', redirects.yaml.locate([i, 'from']), { from })];
    const arrived = arrivalOf(from, targets);
    if (arrived !== undefined && arrived !== end && permalinks.has(arrived))
      return [diagnose('N504', redirects.yaml.locate([i, 'from']), { from: arrived })];
    if (permalinks.has(end) || unread.has(pageOfPlace(end))) return [];
    return [
      diagnose('N501', redirects.yaml.locate([i, 'to']), { url: to, nearest: nearestPlace(end, permalinks) }),
    ];
  });
};
