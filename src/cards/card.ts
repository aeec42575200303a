import { createHash } from 'node:crypto';
import type { Category } from '../schema/index.ts';

/** What a picture card shows. */
export interface Card {
  readonly title: string;
  /** One sentence or two below the title. */
  readonly lead: string;
  /** What kind of page it is, above the title: the category of a service, 「比較」. */
  readonly label: string;
  /** Chooses the colour; undefined for pages about no one category. */
  readonly category: Category | undefined;
  /** A lifecycle that the reader should know of before opening the page: 「提供終了」. */
  readonly mark: string | undefined;
  readonly siteName: string;
}

/**
 * The file name of a card, without ending. It changes with what the card shows and with how cards are drawn, so the
 * file can be kept for ever.
 *
 * @param fingerprint a digest of the code and packages that draw
 */
export const nameCard = (card: Card, fingerprint: string): string =>
  createHash('sha256')
    .update(JSON.stringify([fingerprint, card]))
    .digest('hex')
    .slice(0, 20);
