import { join } from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { root } from '../../scripts/command.ts';
import { derivePermalinks } from '../../src/model/permalinks.ts';
import { openSession } from '../../src/site/session.ts';
import { readSettings } from '../../src/site/settings.ts';
import { elementsOf, readPages } from './pages.ts';

const sites = inject('sites');
const CONTENT = { main: 'content', small: 'tests/fixtures/sites/small' } as const;
const sessions = (['main', 'small'] as const).map((name) => ({
  name,
  session: openSession(
    { ...readSettings(root, process.env), contentDir: join(root, CONTENT[name]), base: sites[name].base },
    (file) => expect.fail(`${file} is damaged`),
  ),
}));
afterAll(async () => void (await Promise.all(sessions.map(({ session }) => session.close()))));

it.each(sessions)('$name: every place that is promised to last is there', async ({ name, session }) => {
  const { entries, bodies } = await session.compile();
  const outlines = new Map([...bodies].map(([file, { outline }]) => [file, outline]));
  const built = new Set(
    readPages(sites[name].folder).flatMap((page) => [
      page.path,
      ...elementsOf(page).flatMap(({ properties: { id } }) => (id ? [`${page.path}#${String(id)}`] : [])),
    ]),
  );
  expect([...derivePermalinks(entries, outlines)].filter((place) => !built.has(place))).toEqual([]);
});

it.each(sessions)(
  '$name: every place that offers its link is promised to last',
  async ({ name, session }) => {
    const { entries, bodies } = await session.compile();
    const outlines = new Map([...bodies].map(([file, { outline }]) => [file, outline]));
    const promised = derivePermalinks(entries, outlines);
    const offered = readPages(sites[name].folder).flatMap((page) =>
      elementsOf(page)
        .filter(({ properties: { className } }) => Array.isArray(className) && className.includes('anchor'))
        .map(({ properties: { href } }) => `${page.path}${String(href)}`),
    );
    expect(offered.length).toBeGreaterThan(0);
    // The page about the site itself is written by hand and not part of the content.
    expect(offered.filter((place) => !place.startsWith('/about/') && !promised.has(place))).toEqual([]);
  },
);
