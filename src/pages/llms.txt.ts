import type { APIRoute } from 'astro';
import { ui } from '../components/strings.ts';
import { writeLlmsIndex } from '../model/machine-pages.ts';
import { loadSite } from '../site/collections.ts';
import { urlTo } from '../site/urls.ts';

/** What there is to read here, for programs (https://llmstxt.org/). */
export const GET: APIRoute = async () =>
  new Response(writeLlmsIndex(await loadSite(), { name: ui.siteName, description: ui.description }, urlTo));
