import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpackWoff } from '../../src/typesetting/woff.ts';

const FILES = ['latin-400', 'latin-700', 'japanese-400', 'japanese-700'];

/**
 * Unpacks Noto Sans JP from its npm package for the browser, which brings no Japanese font along.
 *
 * @param root the project's folder
 * @returns the folder of a fontconfig configuration that holds these fonts only, so that pages look the same anywhere
 */
export function installFonts(root: string): string {
  const folder = join(root, '.cache', 'fonts');
  const config = join(folder, 'fonts.conf');
  if (existsSync(config)) return folder;
  mkdirSync(folder, { recursive: true });
  for (const name of FILES) {
    const woff = join(
      root,
      'node_modules/@fontsource/noto-sans-jp/files',
      `noto-sans-jp-${name}-normal.woff`,
    );
    writeFileSync(join(folder, `${name}.ttf`), unpackWoff(readFileSync(woff)));
  }
  // The configuration comes last, whole or not at all: where it stands, the fonts are complete.
  writeFileSync(`${config}.new`, fontsConf(folder));
  renameSync(`${config}.new`, config);
  return folder;
}

const fontsConf = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
</fontconfig>
`;
