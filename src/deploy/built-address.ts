import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnose, startOf, type Diagnostic } from '../diagnostics/index.ts';

/** Names the address of the site that it belongs to. */
const FILE = 'robots.txt';

/**
 * Warns of a build that takes another address for its own than the one at which readers will find it: picture cards, feeds,
 * shared links and Markdown would lead there. A build without such a file, and a place without an address, are left alone.
 */
export async function checkBuiltAddress(dist: string, url: string | undefined): Promise<Diagnostic[]> {
  const text = await readFile(join(dist, FILE), 'utf8').catch(() => '');
  const built = /^Sitemap: (https?:\/\/[^/\s]+)/m.exec(text)?.[1];
  if (built === undefined || url === undefined) return [];
  const { origin } = new URL(url);
  return built === origin ? [] : [diagnose('N724', startOf(FILE), { built, origin }, 'warning')];
}
