import type { APIRoute } from 'astro';
import { paths } from '../model/paths.ts';
import { urlTo } from '../site/urls.ts';

export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${urlTo(paths.sitemap)}\n`);
