import type { APIRoute, GetStaticPaths } from 'astro';
import { writeServiceMarkdown } from '../../model/machine-pages.ts';
import type { ServiceSlug } from '../../schema/index.ts';
import { loadSite } from '../../site/collections.ts';
import { readPlainBodies } from '../../site/plain-bodies.ts';
import { urlTo } from '../../site/urls.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await loadSite()).services.map(({ slug }) => ({ params: { slug } }));

/** A service page as plain Markdown. */
export const GET: APIRoute = async ({ params }) => {
  const service = (await loadSite()).serviceOf(params['slug'] as ServiceSlug);
  const body = writeServiceMarkdown(service, await readPlainBodies(service), urlTo);
  return new Response(body, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
};
