import type { APIRoute } from 'astro';
import { writeServiceMarkdown } from '../model/machine-pages.ts';
import { loadSite } from '../site/collections.ts';
import { readPlainBodies } from '../site/plain-bodies.ts';
import { urlTo } from '../site/urls.ts';

/** All service pages as one plain Markdown text. */
export const GET: APIRoute = async () => {
  const { services } = await loadSite();
  const texts: string[] = [];
  for (const service of services)
    texts.push(writeServiceMarkdown(service, await readPlainBodies(service), urlTo));
  return new Response(texts.join('\n---\n\n'));
};
