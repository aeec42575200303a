import type { Hints } from '../layout.ts';
import type { Bundle } from './bundle.ts';
import { openJsonShards, type Dictionary } from './shards.ts';

/** Where a section begins in the index. */
export interface Section {
  readonly page: number;
  readonly position: number;
}

export interface OpenHints extends Pick<Hints, 'terms' | 'services'> {
  /** By the number of the subject. */
  readonly sections: readonly Section[];
  /** By sign: `packSayings`. */
  readonly sayings: Dictionary<string>;
  /** What a section is about, by the number of the subject: one word a line. */
  readonly about: Dictionary<string>;
}

/** Loads the hints; of what is looked up in them only those files follow that a sentence needs. */
export async function openHints(path: string, bundle: Bundle): Promise<OpenHints> {
  const { sections, signs, about, terms, services } = await bundle.json<Hints>(path);
  return {
    sections: sections.flatMap((positions, page) => positions.map((position) => ({ page, position }))),
    terms,
    services,
    sayings: openJsonShards('signs', signs, bundle),
    about: openJsonShards('about', about, bundle),
  };
}
