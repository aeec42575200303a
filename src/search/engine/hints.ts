import type { Hints } from '../layout.ts';
import type { Bundle } from './bundle.ts';
import { cached } from './cached.ts';
import { openJsonShards, type Dictionary } from './shards.ts';

export interface OpenHints extends Omit<Hints, 'signs'> {
  /** By sign: `packSayings`. */
  readonly sayings: Dictionary<string>;
}

/** What was opened of each bundle, by the name of its file. */
const opened = new WeakMap<Bundle, (path: string) => Promise<OpenHints>>();

/** Loads the hints, once; of the signs only those files follow that a sentence needs. */
export function openHints(path: string, bundle: Bundle): Promise<OpenHints> {
  const open =
    opened.get(bundle) ??
    cached(async (file: string) => {
      const { signs, ...hints } = await bundle.json<Hints>(file);
      return { ...hints, sayings: openJsonShards('signs', signs, bundle) };
    });
  opened.set(bundle, open);
  return open(path);
}
