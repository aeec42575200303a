import type { APIRoute, GetStaticPaths } from 'astro';
import type { Card } from '../../cards/card.ts';
import { listCards, readCard } from '../../site/cards.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  [...(await listCards())].map(([name, card]) => ({ params: { name }, props: { card } }));

/** A picture card under a name that changes with it. */
export const GET: APIRoute<{ card: Card }> = async ({ params, props }) =>
  new Response(await readCard(params['name'] ?? '', props.card), {
    headers: { 'content-type': 'image/png' },
  });
