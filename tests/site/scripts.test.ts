import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { readPages } from './pages.ts';

it.each(['main', 'small'] as const)(
  'no page of the %s site waits for a script, nor a script for another that its page does not name',
  (name) => {
    const { folder, base } = inject('sites')[name];
    const imports = (path: string): string[] => [
      path,
      ...[
        ...readFileSync(join(folder, path), 'utf8').matchAll(/(?:^|[;}])import[^'"()]*["']\.\/([^"']+)["']/g),
      ]
        .map(([, file = '']) => `_astro/${file}`)
        .flatMap(imports),
    ];
    const faults = readPages(folder).flatMap(({ path: at, html }) => {
      const fetched = [...html.matchAll(/<(?:script|link) [^>]*\b(?:module|modulepreload)\b[^>]*>/g)].map(
        ([tag]) => ({
          path: (/\b(?:src|href)="([^"]*)"/.exec(tag)?.[1] ?? '').slice(base.length),
          late: tag.includes('fetchpriority="low"'),
        }),
      );
      const known = fetched.filter(({ late }) => late).map(({ path }) => path);
      const needed = new Set(fetched.flatMap(({ path }) => imports(path)));
      return [...needed].filter((path) => !known.includes(path)).map((path) => `${at}: ${path}`);
    });
    expect(faults).toEqual([]);
  },
);
