import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { readPages } from './pages.ts';

it.each(['main', 'small'] as const)(
  'every page of the %s site has the style sheets that it needs',
  (name) => {
    const { folder } = inject('sites')[name];
    const sheets = new Map(
      globSync('_astro/*.css', { cwd: folder }).map((file) => [
        basename(file),
        classesIn(readFileSync(join(folder, file), 'utf8')),
      ]),
    );
    const styled = new Set([...sheets.values()].flatMap((classes) => [...classes]));
    const faults = readPages(folder).flatMap(({ path, html }) => {
      const linked = [...html.matchAll(/<link rel="stylesheet" href="[^"]*\/([^"/]+)"/g)].map(
        ([, sheet = '']) => sheets.get(sheet) ?? new Set(),
      );
      const used = new Set(
        [...html.matchAll(/\bclass="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/)),
      );
      return [...used]
        .filter((used) => styled.has(used) && !linked.some((sheet) => sheet.has(used)))
        .map((missing) => `${path} .${missing}`);
    });
    expect(faults).toEqual([]);
  },
);

/** The classes that a style sheet speaks of. */
const classesIn = (css: string): ReadonlySet<string> =>
  new Set([...css.matchAll(/\.(-?[a-z_][\w-]*)/gi)].map(([, name = '']) => name));
