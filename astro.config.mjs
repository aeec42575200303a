import { resolve } from 'node:path';
import { defineConfig } from 'astro/config';
import mdx from '@astrojs/mdx';
import { cacheFolder } from './src/site/disk-cache.ts';
import { fingerprintCards } from './src/site/fingerprint.ts';
import { showChanges } from './src/site/dev-content.ts';
import { searchLastBuild } from './src/site/dev-search.ts';
import { loadScriptsLate } from './src/site/late-scripts.ts';
import { readSettings } from './src/site/settings.ts';

const { base, siteUrl, contentDir, outDir, cacheDir, astroCacheDir, editUrl, root } = readSettings(
  import.meta.dirname,
  process.env,
);

/**
 * Vite puts a helper of 0.8 KB (Brotli) before every dynamic import, to load its style sheets and chunks ahead. No
 * script here has a style sheet of its own, and what is imported later is wanted at a click: a plain import will do.
 */
const plainDynamicImports = {
  name: 'plain-dynamic-imports',
  enforce: 'pre',
  // Astro overrides this setting; its plugins have the last word.
  config: () => ({ build: { modulePreload: false } }),
  load: (id) =>
    id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : undefined,
};

const scripts = {
  // What is left of that helper goes with the texts that every page loads, and not into a file of its own.
  codeSplitting: { groups: [{ name: 'strings', test: /vite\/preload-helper|\/components\/strings\.ts/ }] },
  // Constants stay constants, so that the minifier writes their values where they are used.
  topLevelVar: false,
};

export default defineConfig({
  root,
  site: siteUrl,
  base,
  outDir,
  cacheDir: astroCacheDir,
  integrations: [mdx(), loadScriptsLate(base), showChanges(contentDir), searchLastBuild(outDir, base)],
  trailingSlash: 'always',
  // The content security policy allows no inline script and no inline style.
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // The code of notes is coloured by src/markdown/code.ts; a highlighter of Astro's own would have nothing to colour.
  markdown: { syntaxHighlight: false },
  // Writes the schemas of front matter where the Astro extension of VS Code looks for them.
  experimental: { contentIntellisense: true },
  server: { host: '127.0.0.1' },
  vite: {
    // What is made from the sources is not watched: its changes are told by those who make it.
    server: {
      watch: {
        ignored: ['.astro', '.cache', cacheDir, outDir].map(
          (folder) => `${resolve(root, folder).replaceAll('\\', '/')}/**`,
        ),
      },
    },
    build: { assetsInlineLimit: 0 },
    environments: { client: { build: { rolldownOptions: { output: scripts } } } },
    plugins: [plainDynamicImports],
    define: {
      'import.meta.env.EDIT_PLACE': JSON.stringify(editUrl),
      'import.meta.env.BODY_CACHE': JSON.stringify(cacheFolder(cacheDir, 'bodies')),
      'import.meta.env.CARD_CACHE': JSON.stringify(cacheFolder(cacheDir, 'cards')),
      'import.meta.env.CARD_FINGERPRINT': JSON.stringify(fingerprintCards(import.meta.dirname)),
    },
  },
});
