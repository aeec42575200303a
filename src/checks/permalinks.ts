import { diagnose } from '../diagnostics/index.ts';
import { followRedirects } from '../model/moved.ts';
import type { Check } from './check.ts';
import { proposeRedirects } from './propose-redirects.ts';

/** Everything that was ever published still exists, or redirects to something that does. */
export const checkPermalinks: Check = ({ entries, permalinks }) => {
  const targets = new Map<string, string>((entries.redirects?.data ?? []).map(({ from, to }) => [from, to]));
  return entries.published.flatMap(({ path, line }) => {
    const end = followRedirects(path, targets);
    return end !== undefined && permalinks.has(end)
      ? []
      : [
          diagnose(
            'N505',
            { file: 'permalinks.txt', line, column: 1 },
            { permalink: path, to: proposeRedirects([path], permalinks)[0]?.to },
          ),
        ];
  });
};
