import { findChromium } from '../../scripts/browser/chromium.ts';
import { installFonts } from '../../scripts/browser/fonts.ts';
import { root } from '../../scripts/command.ts';

/** Unpacks the browser and its fonts: two files of tests that start together would do so in the same place at once. */
export default async function setup(): Promise<void> {
  installFonts(root);
  await findChromium();
}
