import type { ContentEntries, NoteEntry, QuotaEntry } from '../content/entries.ts';
import { diagnose } from '../diagnostics/index.ts';
import type { Check } from './check.ts';

/** A note stands in the folder of its service, a quota file is named after its service. */
export const checkPlaces: Check = ({ entries }) =>
  findMisplaced(entries).map(({ entry: { data, yaml }, kind, home }) =>
    diagnose('N410', yaml.locate(['service']), {
      reason: `\`service: ${data.service}\` の${kind}は ${home} に置きます。`,
    }),
  );

interface Misplaced {
  readonly entry: NoteEntry | QuotaEntry;
  readonly kind: 'ノート' | 'クォータ';
  /** Where it belongs. */
  readonly home: string;
}

/** Notes and quota files that stand in the place of another service than they name. */
export function findMisplaced({ notes, quotas }: Pick<ContentEntries, 'notes' | 'quotas'>): Misplaced[] {
  const placed = [
    ...notes.map((entry): Misplaced => ({ entry, kind: 'ノート', home: `notes/${entry.data.service}/` })),
    ...quotas.map((entry): Misplaced => ({
      entry,
      kind: 'クォータ',
      home: `quotas/${entry.data.service}.yaml`,
    })),
  ];
  return placed.filter(({ entry, home }) => !entry.file.startsWith(home));
}
