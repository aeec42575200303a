import type { APIRoute } from 'astro';
import { ICONS } from '../cards/icon.ts';
import { href } from '../components/href.ts';
import { ui } from '../components/strings.ts';
import { paths } from '../model/paths.ts';
import { PAPER } from '../styles/brand.ts';

/** What a device needs to install the site: https://www.w3.org/TR/appmanifest/ */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      id: href(paths.home),
      name: ui.siteName,
      short_name: ui.siteName,
      description: ui.description,
      lang: 'ja',
      dir: 'ltr',
      start_url: href(paths.home),
      scope: href(paths.home),
      display: 'standalone',
      // A reader of pages wants to go back.
      display_override: ['minimal-ui'],
      background_color: PAPER.light,
      theme_color: PAPER.light,
      icons: ICONS.filter(({ purpose }) => purpose !== undefined).map(({ name, size, purpose }) => ({
        src: href(`/${name}.png`),
        sizes: `${size}x${size}`,
        type: 'image/png',
        purpose,
      })),
      shortcuts: [
        { name: ui.search.open, url: href(paths.search) },
        { name: ui.nav.services, url: href(paths.services) },
      ],
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  );
