import type { APIRoute } from 'astro';
import { listPages } from '../model/machine-pages.ts';
import { loadSite } from '../site/collections.ts';
import { urlTo } from '../site/urls.ts';

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** https://www.sitemaps.org/protocol.html */
export const GET: APIRoute = async () => {
  const entries = listPages(await loadSite()).map(({ path, modified }) => {
    const date = modified === undefined ? '' : `<lastmod>${modified}</lastmod>`;
    return `<url><loc>${escapeXml(urlTo(path))}</loc>${date}</url>`;
  });
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`,
    { headers: { 'content-type': 'application/xml' } },
  );
};
