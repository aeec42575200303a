import type { APIRoute } from 'astro';
import { createFeed } from '../site/feed.ts';

export const GET: APIRoute = async () =>
  new Response((await createFeed()).atom1(), { headers: { 'content-type': 'application/atom+xml' } });
