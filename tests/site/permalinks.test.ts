import { join } from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { root } from '../../scripts/command.ts';
import { deriveMoved } from '../../src/model/moved.ts';
import { derivePermalinks } from '../../src/model/permalinks.ts';
import { isSlug } from '../../src/schema/index.ts';
import { openSession, type ContentSession } from '../../src/site/session.ts';
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

/** What the content of a site promises: its places, and those that moved. */
async function promisesOf({ compile }: ContentSession): Promise<{ places: Set<string>; moved: Set<string> }> {
  const { entries, bodies } = await compile();
  const outlines = new Map([...bodies].map(([file, { outline }]) => [file, outline]));
  return {
    places: derivePermalinks(entries, outlines),
    moved: new Set(
      [...deriveMoved(entries.redirects?.data ?? []).anchors].flatMap(([page, anchors]) =>
        anchors.map(({ id }) => `${page}#${id}`),
      ),
    ),
  };
}

it.each(sessions)('$name: every place that is promised to last is there', async ({ name, session }) => {
  const { places } = await promisesOf(session);
  const built = new Set(
    readPages(sites[name].folder).flatMap((page) => [
      page.path,
      ...elementsOf(page).flatMap(({ properties: { id } }) => (id ? [`${page.path}#${String(id)}`] : [])),
    ]),
  );
  expect([...places].filter((place) => !built.has(place))).toEqual([]);
});

it.each(sessions)(
  '$name: every place that offers its link is promised to last',
  async ({ name, session }) => {
    const { places } = await promisesOf(session);
    const offered = readPages(sites[name].folder).flatMap((page) =>
      elementsOf(page)
        .filter(({ properties: { className } }) => Array.isArray(className) && className.includes('anchor'))
        .map(({ properties: { href } }) => `${page.path}${String(href)}`),
    );
    expect(offered.length).toBeGreaterThan(0);
    // The page about the site itself is written by hand and not part of the content.
    expect(offered.filter((place) => !place.startsWith('/about/') && !places.has(place))).toEqual([]);
  },
);

it.each(sessions)('$name: no page takes an id that a writer may want', async ({ name, session }) => {
  const { places, moved } = await promisesOf(session);
  const taken = readPages(sites[name].folder)
    // Written by hand, with no text of a writer on it.
    .filter(({ path }) => path !== '/about/')
    .flatMap((page) =>
      elementsOf(page)
        .map(({ properties: { id } }) => String(id ?? ''))
        .filter(isSlug)
        .map((id) => `${page.path}#${id}`),
    );
  expect(taken.length).toBeGreaterThan(0);
  expect(taken.filter((place) => !places.has(place) && !moved.has(place))).toEqual([]);
});
