import sharp from 'sharp';
import { ACCENT } from '../styles/brand.ts';

/** An icon for the home screen of a device. */
export interface Icon {
  /** File name without ending. */
  readonly name: string;
  /** Pixels of each side. */
  readonly size: number;
  /** As a web app manifest says it; undefined for icons that no manifest names. */
  readonly purpose: 'any' | 'maskable' | undefined;
}

export const ICONS: readonly Icon[] = [
  { name: 'icon-192', size: 192, purpose: 'any' },
  { name: 'icon-512', size: 512, purpose: 'any' },
  { name: 'icon-maskable-512', size: 512, purpose: 'maskable' },
  { name: 'apple-touch-icon', size: 180, purpose: undefined },
];

/** The part of a maskable icon that no device cuts off: https://www.w3.org/TR/appmanifest/#icon-masks */
const SAFE = 0.8;

/**
 * Draws an icon from the favicon.
 *
 * @param favicon an SVG with a ground of its own, in a square
 */
export async function renderIcon(favicon: string, { size, purpose }: Icon): Promise<Uint8Array<ArrayBuffer>> {
  // Devices cut these to a shape of their own and would show what is behind a round corner.
  const filled = purpose !== 'any';
  const inner = purpose === 'maskable' ? Math.round(size * SAFE) : size;
  const drawn = await sharp(Buffer.from(favicon), { density: (72 * inner) / 32 })
    .resize(inner)
    .png()
    .toBuffer();
  const pad = Math.floor((size - inner) / 2);
  const picture = sharp(drawn).extend({
    ...{ top: pad, left: pad, bottom: size - inner - pad, right: size - inner - pad },
    background: ACCENT,
  });
  const flat = filled ? picture.flatten({ background: ACCENT }) : picture;
  return Uint8Array.from(await flat.png({ palette: true, compressionLevel: 9 }).toBuffer());
}
