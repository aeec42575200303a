import { build } from 'astro';
import { ContentError } from './session.ts';

/**
 * Builds the site: Astro writes the pages, then what is made from the pages is added.
 *
 * @param env settings that override the environment (see `settings.ts`)
 * @returns false when the content has errors; the report has been printed then
 */
export async function buildSite(root: string, env: Readonly<Record<string, string>>): Promise<boolean> {
  // Astro and the content stages read their settings from the environment: it is the one channel between them.
  Object.assign(process.env, env);
  try {
    // Astro warns of every collection that is empty, which is nothing to a folder without comparisons or redirects.
    await build({ root, logLevel: 'error' });
  } catch (error) {
    // The content stages run in Astro's own module graph, where the class is another one of the same name.
    if (!(error instanceof Error) || error.name !== ContentError.name) throw error;
    process.stderr.write(`${error.message}\n`);
    return false;
  }
  return true;
}
