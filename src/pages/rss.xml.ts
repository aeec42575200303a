import type { APIRoute } from 'astro';
import { createFeed } from '../site/feed.ts';

export const GET: APIRoute = async () =>
  new Response((await createFeed()).rss2(), { headers: { 'content-type': 'application/rss+xml' } });
