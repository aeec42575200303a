import type { APIRoute } from 'astro';
import { href } from '../components/href.ts';
import { derivePreviews } from '../model/previews.ts';
import { loadSite } from '../site/collections.ts';

/** What a linked service or term is, by its address; asked for when a reader first points at such a link. */
export const GET: APIRoute = async () => {
  const entries = derivePreviews(await loadSite()).map(({ path, ...preview }) => [href(path), preview]);
  return new Response(JSON.stringify(Object.fromEntries(entries)), {
    headers: { 'content-type': 'application/json' },
  });
};
