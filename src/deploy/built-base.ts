import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Names the place of the site that it belongs to. */
const FILE = 'manifest.webmanifest';

/** Where the site of a build begins, with slashes at both ends: every link in it says so. `/` for a build that is none. */
export async function readBuiltBase(dist: string): Promise<string> {
  const text = await readFile(join(dist, FILE), 'utf8').catch(() => '');
  return /"scope":"(\/[^"]*)"/.exec(text)?.[1] ?? '/';
}
