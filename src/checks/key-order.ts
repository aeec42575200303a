import { isMap } from 'yaml';
import type { BodyEntry } from '../content/entries.ts';
import { diagnose, type Diagnostic } from '../diagnostics/index.ts';
import { comparisonSchema, noteSchema, serviceSchema } from '../schema/index.ts';
import type { Check } from './check.ts';

/** The keys of each kind of front matter, in the order of their schema. */
export const KEY_ORDERS = {
  services: Object.keys(serviceSchema.shape),
  notes: Object.keys(noteSchema.shape),
  comparisons: Object.keys(comparisonSchema.shape),
} as const;

/** Front matter keeps the order of the schema, so that two files can be compared at a glance. */
export const checkKeyOrder: Check = ({ entries }) =>
  (['services', 'notes', 'comparisons'] as const).flatMap((kind) =>
    entries[kind].flatMap((entry) => findDisorder(entry, KEY_ORDERS[kind])),
  );

function findDisorder({ yaml }: BodyEntry<unknown>, order: readonly string[]): Diagnostic[] {
  const { contents } = yaml.document;
  const keys = isMap(contents) ? contents.items.map(({ key }) => String(key)) : [];
  for (let i = 1; i < keys.length; i += 1) {
    const [before = '', key = ''] = [keys[i - 1], keys[i]];
    if (order.indexOf(key) < order.indexOf(before))
      return [diagnose('N413', yaml.locateKey([], key), { key, before }, 'warning')];
  }
  return [];
}
