import { diagnose } from '../diagnostics/index.ts';
import { followRedirects } from '../model/moved.ts';
import type { Check } from './check.ts';
import { proposeRedirects } from './propose-redirects.ts';
import { pageOfPlace } from './place-names.ts';
import { findUnreadPages } from './unread.ts';

/** Everything that was ever published still exists, or redirects to something that does. */
export const checkPermalinks: Check = ({ entries, permalinks }) => {
  const targets = new Map<string, string>((entries.redirects?.data ?? []).map(({ from, to }) => [from, to]));
  const unread = findUnreadPages(entries);
  const redirectsRead = !entries.faulty.includes('redirects.yaml');
  const lost = entries.published.filter(({ path }) => {
    const end = followRedirects(path, targets);
    const found = end !== undefined && (permalinks.has(end) || unread.has(pageOfPlace(end)));
    return redirectsRead && !found;
  });
  const proposed = proposeRedirects(
    lost.map(({ path }) => path),
    permalinks,
    new Set(entries.published.map(({ path }) => path)),
  );
  return lost.map(({ path, line }, i) =>
    diagnose('N505', { file: 'permalinks.txt', line, column: 1 }, { permalink: path, to: proposed[i]?.to }),
  );
};
