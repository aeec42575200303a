import type { Aliases } from './aliases.ts';
import type { Bundle } from './bundle.ts';
import type { Matcher } from './match.ts';
import type { RankedPage } from './rank.ts';
import type { Dictionary } from './shards.ts';

/** What pages are found with. */
export interface Finder {
  readonly matcher: Matcher;
  readonly aliases: Aliases;
  readonly pageCount: number;
  /** Words of the site with the number of pages that hold each. */
  readonly vocabulary: Dictionary<number>;
  readonly bundle: Bundle;
  /** The file with the hints, loaded only for sentences. */
  readonly hints: string;
}

export interface FoundPage extends RankedPage {
  readonly approximate: boolean;
}

export interface Found {
  /** Best first. */
  readonly pages: readonly FoundPage[];
  readonly suggestion: string | undefined;
}

/** Whether only a word like the typed one stands on the page, because that is nowhere on the site. */
export const isLoose = ({ spots }: RankedPage): boolean =>
  spots.some((places) => places.length > 0 && places.every(({ loose }) => loose));
