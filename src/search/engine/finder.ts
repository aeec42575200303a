import type { Hints, SignFile } from '../layout.ts';
import type { Aliases } from './aliases.ts';
import type { Matcher } from './match.ts';
import type { RankedPage } from './rank.ts';
import type { Vocabulary } from './spelling.ts';

/** What pages are found with. */
export interface Finder {
  readonly matcher: Matcher;
  readonly aliases: Aliases;
  readonly pageCount: number;
  /** Loaded only when a query finds little. */
  readonly vocabulary: () => Promise<Vocabulary>;
  /** Loaded only for sentences, as are the sign files by their paths. */
  readonly hints: () => Promise<Hints>;
  readonly signs: (path: string) => Promise<SignFile>;
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
