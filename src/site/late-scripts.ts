import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Which scripts a script begins with, by its path in the build. */
type Imports = ReadonlyMap<string, readonly string[]>;

/**
 * Has browsers fetch the modules of a page at once, but after all that it is drawn with: browsers take a module for
 * urgent and learn of those that it imports only when they have read it. Astro itself writes neither: a `<script>` with
 * any other attribute is left out of its bundles.
 * https://html.spec.whatwg.org/multipage/urls-and-fetching.html#fetch-priority-attributes
 *
 * @param base where the site is served, with slashes at both ends
 */
export function loadScriptsLate(base: string): AstroIntegration {
  const imports = new Map<string, readonly string[]>();
  return {
    name: 'load-scripts-late',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'note-imports',
                applyToEnvironment: ({ name }) => name === 'client',
                generateBundle(_, bundle) {
                  for (const chunk of Object.values(bundle))
                    if (chunk.type === 'chunk') imports.set(chunk.fileName, chunk.imports);
                },
              },
            ],
          },
        });
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const file of globSync('**/*.html', { cwd: folder })) {
          const path = join(folder, file);
          const html = await readFile(path, 'utf8');
          const late = withLateScripts(html, base, imports);
          if (late !== html) await writeFile(path, late);
        }
      },
    },
  };
}

/** Gives the modules of a page, and those that they import, a low priority; they keep their order. */
export function withLateScripts(html: string, base: string, imports: Imports): string {
  const named = new Set<string>();
  return html.replace(/<script type="module" src="([^"]+)">/g, (_, url: string) => {
    const preloads = importsOf(url.slice(base.length), imports)
      .filter((path) => !named.has(path) && named.add(path))
      .map((path) => `<link rel="modulepreload" fetchpriority="low" href="${base}${path}">`);
    return `${preloads.join('')}<script type="module" fetchpriority="low" src="${url}">`;
  });
}

/** All that a script needs before it can run, itself not among it. */
function importsOf(path: string, imports: Imports, known = new Set<string>()): readonly string[] {
  for (const next of imports.get(path) ?? [])
    if (!known.has(next)) {
      known.add(next);
      importsOf(next, imports, known);
    }
  return [...known];
}
