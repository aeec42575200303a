import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A digest of the code that turns content into HTML: this project's own source of those stages, of what calls them in
 * order, and the exact versions of all packages. Anything cached under an older fingerprint is never found again.
 *
 * @param root the project's folder
 */
export const fingerprintCode = (root: string): string =>
  digestFiles(root, [
    'package-lock.json',
    'src/{markdown,model,schema,typesetting}/**/*.ts',
    // The findings that are cached with a body, not their words.
    'src/diagnostics/*.ts',
    'src/site/{body-compiler,stored-body}.ts',
  ]);

/** A digest of the code that cuts pages into words. */
export const fingerprintSearch = (root: string): string =>
  digestFiles(root, ['package-lock.json', 'src/search/**/*.ts']);

/** Packages whose version changes a picture card. */
const CARD_PACKAGES = ['@fontsource/noto-sans-jp', 'budoux', 'fontkit', 'sharp'];

/** A digest of the code that draws picture cards; other packages may change without a new picture for every page. */
export function fingerprintCards(root: string): string {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const versions = CARD_PACKAGES.map((name) => `${name}@${dependencies[name]}`);
  return digestFiles(root, ['src/{cards,typesetting}/**/*.ts', 'src/styles/brand.ts'], versions);
}

function digestFiles(root: string, patterns: readonly string[], more: readonly string[] = []): string {
  const hash = createHash('sha256').update(more.join('\0'));
  const files = patterns.flatMap((pattern) => globSync(pattern, { cwd: root }).sort());
  for (const file of files) hash.update(`${file}\0${readFileSync(join(root, file), 'utf8')}\0`);
  return hash.digest('hex');
}
