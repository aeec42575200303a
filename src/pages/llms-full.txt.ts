import type { APIRoute } from 'astro';
import { writeComparisonMarkdown, writeServiceMarkdown } from '../model/machine-pages.ts';
import { loadSite, readBody } from '../site/collections.ts';
import { readPlainBodies } from '../site/plain-bodies.ts';
import { urlTo } from '../site/urls.ts';

/** All service pages and comparisons as one plain Markdown text. */
export const GET: APIRoute = async () => {
  const { services, comparisons } = await loadSite();
  const texts: string[] = [];
  for (const service of services)
    texts.push(writeServiceMarkdown(service, await readPlainBodies(service), urlTo));
  for (const comparison of comparisons)
    texts.push(writeComparisonMarkdown(comparison, (await readBody(comparison.bodyKey)).markdown, urlTo));
  return new Response(texts.join('\n---\n\n'));
};
