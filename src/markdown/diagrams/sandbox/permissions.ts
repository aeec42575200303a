import { dirname, join } from 'node:path';
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DIAGRAMS = fileURLToPath(new URL('..', import.meta.url));
const TYPESETTING = fileURLToPath(new URL('../../../typesetting/', import.meta.url));
/** What a hundred diagrams fill without slowing down; a diagram that asks for more ends its process. */
const HEAP_MEGABYTES = 384;

/**
 * The command line that runs a program of this folder with as little as it needs: it may read its own code, that of
 * typesetting and the installed packages, and nothing else. Under `--permission` Node.js refuses to write, to start processes and threads,
 * to load native code and, from version 25 on, to open any connection.
 * https://nodejs.org/docs/latest-v26.x/api/permissions.html
 *
 * @param entry the program, a file
 */
export function sandboxArguments(entry: string): string[] {
  const readable = [
    DIAGRAMS,
    TYPESETTING,
    dirname(entry),
    ...packagePlaces(dirname(entry)),
    ...packagePlaces(DIAGRAMS),
  ];
  return [
    '--permission',
    ...[...new Set(readable)].map((place) => `--allow-fs-read=${place}`),
    '--disallow-code-generation-from-strings',
    '--disable-proto=delete',
    `--max-old-space-size=${HEAP_MEGABYTES}`,
    '--no-warnings',
    entry,
  ];
}

/** Where Node.js looks for packages, from a folder upwards to the first `node_modules` that exists. */
function packagePlaces(folder: string): string[] {
  const modules = join(folder, 'node_modules');
  const places = [join(folder, 'package.json'), modules];
  if (existsSync(modules)) return [...places, realpathSync(modules)];
  const parent = dirname(folder);
  return parent === folder ? places : [...places, ...packagePlaces(parent)];
}
