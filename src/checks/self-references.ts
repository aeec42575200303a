import { diagnose, type Diagnostic } from '../diagnostics/index.ts';
import type { Check } from './check.ts';

/** A service neither acts on itself nor comes after itself. */
export const checkSelfReferences: Check = ({ entries }) =>
  entries.services.flatMap(({ id, data, yaml }) => {
    const find = (slug: string, path: readonly PropertyKey[]): Diagnostic[] =>
      slug === id ? [diagnose('N417', yaml.locate(path), { path: path.join('.') })] : [];
    return [
      ...data.relations.flatMap(({ to }, i) => find(to, ['relations', i, 'to'])),
      ...data.lifecycle.successor.flatMap((slug, i) => find(slug, ['lifecycle', 'successor', i])),
    ];
  });
