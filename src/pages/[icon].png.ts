import type { APIRoute, GetStaticPaths } from 'astro';
import { ICONS, renderIcon, type Icon } from '../cards/icon.ts';
import favicon from '../../public/favicon.svg?raw';

export const getStaticPaths: GetStaticPaths = () =>
  ICONS.map((icon) => ({ params: { icon: icon.name }, props: { icon } }));

/** The favicon in the sizes that devices show among their programs. */
export const GET: APIRoute<{ icon: Icon }> = async ({ props }) =>
  new Response(await renderIcon(favicon, props.icon), { headers: { 'content-type': 'image/png' } });
