import { diagnose } from '../diagnostics/index.ts';
import type { Check } from './check.ts';

/** A note stands in the folder of its service, a quota file is named after its service. */
export const checkPlaces: Check = ({ entries }) => [
  ...entries.notes.flatMap(({ id, data, yaml }) =>
    id.startsWith(`${data.service}/`)
      ? []
      : [
          diagnose('N410', yaml.locate(['service']), {
            reason: `\`service: ${data.service}\` のノートは notes/${data.service}/ に置きます。`,
          }),
        ],
  ),
  ...entries.quotas.flatMap(({ id, data, yaml }) =>
    id === data.service
      ? []
      : [
          diagnose('N410', yaml.locate(['service']), {
            reason: `\`service: ${data.service}\` のクォータは quotas/${data.service}.yaml に置きます。`,
          }),
        ],
  ),
];
