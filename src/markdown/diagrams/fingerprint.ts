import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** Packages whose version changes the picture. */
const PACKAGES = ['mermaid', 'jsdom', 'fontkit', '@fontsource/noto-sans-jp', 'budoux'];

/** A digest of all that turns a source into a drawing: the exact packages, and the code of this folder and of typesetting. */
export function fingerprintRenderer(): string {
  const source = fileURLToPath(new URL('../..', import.meta.url));
  const hash = createHash('sha256');
  for (const name of PACKAGES) {
    const manifest = findPackageJSON(name, import.meta.url);
    const { version } = JSON.parse(readFileSync(manifest ?? '', 'utf8')) as { version: string };
    hash.update(`${name}@${version}\0`);
  }
  for (const file of globSync('{markdown/diagrams,typesetting}/**/*.ts', { cwd: source }).sort())
    hash.update(`${file}\0${readFileSync(join(source, file), 'utf8')}\0`);
  return hash.digest('hex');
}
