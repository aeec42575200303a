import type { Hints } from '../layout.ts';
import type { Bundle } from './bundle.ts';
import { openJsonShards, type Dictionary } from './shards.ts';

export interface OpenHints extends Omit<Hints, 'signs'> {
  /** By sign: `packSayings`. */
  readonly sayings: Dictionary<string>;
}

/** Loads the hints; of the signs only those files follow that a sentence needs. */
export async function openHints(path: string, bundle: Bundle): Promise<OpenHints> {
  const { signs, ...hints } = await bundle.json<Hints>(path);
  return { ...hints, sayings: openJsonShards('signs', signs, bundle) };
}
