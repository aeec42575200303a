import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Who may import whom, by folder of src/. Each row says where a thing that does not fit belongs instead. What a row
 * does not list is forbidden.
 */
const ROOMS: Record<
  string,
  { may: readonly string[]; packages: readonly string[] | 'any'; instead: string }
> = {
  schema: { may: [], packages: ['zod'], instead: 'The schema knows nothing but Zod; derive elsewhere.' },
  diagnostics: {
    may: [],
    packages: [],
    instead: 'Findings are plain data; stages make them, reporters word them.',
  },
  content: {
    may: ['schema', 'diagnostics'],
    packages: ['zod', 'yaml'],
    instead: 'Reading validates one file at a time; rules over several files belong to src/checks.',
  },
  typesetting: {
    may: [],
    packages: ['budoux', 'fontkit'],
    instead: 'Text is measured and cut here; who asks is nobody’s business.',
  },
  markdown: {
    may: ['schema', 'diagnostics', 'typesetting'],
    packages: 'any',
    instead: 'A body is rendered from text and a RenderContext; src/site makes the context.',
  },
  model: {
    may: ['schema', 'content', 'markdown'],
    packages: ['d3-hierarchy', 'd3-shape'],
    instead: 'The model is derived from entries and outlines; put wiring into src/site.',
  },
  checks: {
    may: ['schema', 'content', 'diagnostics', 'model'],
    packages: ['yaml'],
    instead: 'A rule looks at entries and outlines and returns findings.',
  },
  importer: {
    // `model` for the anchors that a service page has already: an imported id may not be one of them.
    may: ['schema', 'content', 'diagnostics', 'markdown', 'model'],
    packages: 'any',
    instead: 'The importer writes files for src/content to read; it knows neither the site nor Astro.',
  },
  search: {
    may: ['schema', 'content', 'diagnostics', 'model'],
    packages: 'any',
    instead: 'Search reads built pages; what it needs of the content comes in as data.',
  },
  offline: {
    may: [],
    packages: [],
    instead: 'The worker and its list are made from file names; src/site reads and writes them.',
  },
  deploy: {
    may: ['schema', 'diagnostics', 'concurrency.ts'],
    packages: 'any',
    instead: 'A deploy sees a built folder and a table of headers; it knows neither content nor Astro.',
  },
  client: {
    may: ['components', 'search', 'model', 'styles'],
    packages: [],
    instead: 'Scripts of the browser bring no package along, except through src/search.',
  },
  components: {
    may: ['model', 'schema', 'styles', 'typesetting'],
    packages: [],
    instead: 'Components draw what the model derived; compute in src/model.',
  },
  cards: {
    may: ['schema', 'styles', 'typesetting'],
    packages: ['sharp'],
    instead: 'A card is drawn from a few words; src/site says which.',
  },
  // The head of every page names its picture card, which only the built site knows.
  layouts: {
    may: ['components', 'client', 'styles', 'model', 'schema', 'cards', 'site'],
    packages: [],
    instead: 'Compute in src/model.',
  },
  pages: {
    may: ['components', 'layouts', 'client', 'styles', 'cards', 'model', 'site', 'schema'],
    packages: 'any',
    instead: 'Pages pick from the model and hand it to components.',
  },
  site: { may: ['*'], packages: 'any', instead: '' },
};

/** The doors to the outside: only these may touch disk, clock, environment, network or processes. */
const EDGES = [
  'src/content/files.ts',
  'src/importer/files.ts',
  'src/markdown/diagrams/',
  'src/site/',
  'src/search/',
  'src/client/',
  'src/deploy/',
  'src/typesetting/',
  'src/offline/service-worker.js',
];
const OUTSIDE =
  /\bprocess\.(?:env|exit|cwd)|\bDate\.now\(|\bnew Date\(\)|\bfetch\(|\bMath\.random\(|from 'node:(?:fs|net|http|child_process)/;

const files = globSync('src/**/*.{ts,astro,mjs,js}', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .sort();
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

/** Imported module specifiers of a source text. */
const importsOf = (text: string): string[] =>
  [
    ...text.matchAll(
      /(?:^|[\n;])\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|[^.\w])import\(?\s*['"]([^'"]+)['"]/g,
    ),
  ].flatMap(([, from, bare]) => from ?? bare ?? []);

const roomOf = (file: string): string => file.split('/')[1] ?? '';

/** The project's files that a file imports, relative to the root. */
const neighboursOf = (file: string): string[] =>
  importsOf(sources.get(file) ?? '')
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => relative(root, join(root, dirname(file), specifier)).replace(/\?.*$/, ''));

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

describe('the house', () => {
  it('has a rule for every room', () => {
    const rooms = new Set(files.filter((file) => file.split('/').length > 2).map(roomOf));
    expect([...rooms].filter((room) => !(room in ROOMS) && room !== 'styles')).toEqual([]);
  });

  it('keeps its rooms apart', () => {
    const offences = files.flatMap((file) => {
      const room = ROOMS[roomOf(file)];
      if (!room) return [];
      return neighboursOf(file).flatMap((neighbour) => {
        // What is served as it stands belongs to no room.
        if (neighbour.startsWith('public/')) return [];
        const other = roomOf(neighbour);
        if (other === roomOf(file) || room.may.includes(other) || room.may.includes('*')) return [];
        return [`${file} imports ${neighbour}. ${room.instead}`];
      });
    });
    expect(offences).toEqual([]);
  });

  it('brings packages only where they belong', () => {
    const offences = files.flatMap((file) => {
      const room = ROOMS[roomOf(file)];
      if (!room || room.packages === 'any') return [];
      const { packages, instead } = room;
      return importsOf(sources.get(file) ?? '')
        .filter((specifier) => !/^(?:\.|node:|astro:)/.test(specifier))
        .filter((specifier) => !packages.includes(packageOf(specifier)))
        .map((specifier) => `${file} imports ${specifier}. ${instead}`);
    });
    expect(offences).toEqual([]);
  });

  it('allows nothing that no room needs', () => {
    const needless = Object.entries(ROOMS).flatMap(([room, { may, packages }]) => {
      const own = files.filter((file) => roomOf(file) === room);
      const rooms = new Set(own.flatMap(neighboursOf).map(roomOf));
      const brought = new Set(own.flatMap((file) => importsOf(sources.get(file) ?? '')).map(packageOf));
      return [
        ...may.filter((other) => other !== '*' && !rooms.has(other)),
        ...(packages === 'any' ? [] : packages.filter((name) => !brought.has(name))),
      ].map((name) => `${room}: ${name}`);
    });
    const doors = EDGES.filter(
      (edge) => !files.some((file) => file.startsWith(edge) && OUTSIDE.test(sources.get(file) ?? '')),
    );
    expect([...needless, ...doors]).toEqual([]);
  });

  it('opens Astro’s content store in one place', () => {
    const importers = files.filter((file) => importsOf(sources.get(file) ?? '').includes('astro:content'));
    expect(importers).toEqual(['src/site/collections.ts']);
  });

  it('touches the outside only at its doors', () => {
    const offenders = files
      .filter((file) => !EDGES.some((edge) => file.startsWith(edge)))
      .filter((file) => OUTSIDE.test(sources.get(file) ?? ''));
    expect(offenders, 'Pass disk, clock, environment and network in as arguments.').toEqual([]);
  });

  it('has no import cycle', () => {
    const done = new Set<string>();
    const cycles: string[] = [];
    const walk = (file: string, path: readonly string[]) => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (path.includes(file) || done.has(file)) return;
      for (const next of neighboursOf(file)) if (sources.has(next)) walk(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(cycles).toEqual([]);
  });

  it('keeps files small enough to read at once, tables of data aside', () => {
    const TABLES = ['src/components/strings.ts'];
    const long = files
      .filter((file) => !TABLES.includes(file) && !file.includes('/catalog/'))
      .map((file) => [file, (sources.get(file) ?? '').split('\n').length] as const)
      .filter(([, lines]) => lines > 300);
    expect(long).toEqual([]);
  });

  it('describes every room in at most twelve lines', () => {
    const readmes = globSync('src/*/README.md', { cwd: root });
    const logic = Object.keys(ROOMS).filter(
      (room) => !['components', 'layouts', 'pages', 'client'].includes(room),
    );
    const present = readmes.map((file) => file.replaceAll('\\', '/').split('/')[1]);
    expect(logic.filter((room) => files.some((f) => roomOf(f) === room) && !present.includes(room))).toEqual(
      [],
    );
    for (const file of readmes)
      expect(readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length, file).toBeLessThanOrEqual(
        12,
      );
  });
});
