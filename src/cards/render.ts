import sharp from 'sharp';
import type { Card } from './card.ts';
import { drawCard } from './drawing.ts';

/** A few flat colours and their edges need a palette of no more than these. */
const COLOURS = 16;

/** Draws a card as PNG. */
export const renderCard = (card: Card): Promise<Buffer> =>
  sharp(Buffer.from(drawCard(card)))
    .png({ palette: true, colours: COLOURS, dither: 0, compressionLevel: 9, effort: 4 })
    .toBuffer();
