import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A digest of the code that turns content into HTML: this project's own source of those stages and the exact versions
 * of all packages. Anything cached under an older fingerprint is never found again.
 *
 * @param root the project's folder
 */
export function fingerprintCode(root: string): string {
  const hash = createHash('sha256');
  const files = [
    'package-lock.json',
    ...globSync('src/{markdown,model,schema}/**/*.ts', { cwd: root }).sort(),
  ];
  for (const file of files) hash.update(`${file}\0${readFileSync(join(root, file), 'utf8')}\0`);
  return hash.digest('hex');
}
