import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { classifyPath } from '../deploy/cache-classes.ts';
import { contentTypeOf } from '../deploy/content-types.ts';
import { BUNDLE } from '../search/layout.ts';

/**
 * Lets the dev server answer searches from the index of the last build: an index is made from finished pages, which
 * a dev server does not have. Without a build the search says that it has no index.
 *
 * @param outDir the folder of the last build
 * @param base where the site is served, with slashes at both ends
 */
export const searchLastBuild = (outDir: string, base: string): AstroIntegration => ({
  name: 'search-last-build',
  hooks: {
    'astro:server:setup': ({ server }) => {
      server.middlewares.use((request, response, next) => {
        const [address = ''] = (request.url ?? '').split('?');
        const file = address.slice(base.length);
        if (!address.startsWith(base + BUNDLE) || classifyPath(file) === undefined) {
          next();
          return;
        }
        readFile(join(outDir, file)).then(
          (body) => response.setHeader('content-type', contentTypeOf(file)).end(body),
          () => {
            response.statusCode = 404;
            response.end();
          },
        );
      });
    },
  },
});
