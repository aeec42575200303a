import { selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { describe, expect, inject, it } from 'vitest';
import { elementsOf, readPages } from './pages.ts';

const sites = inject('sites');
/** Pages that only lead on to where a page moved. */
const MOVED = ['/services/kumo-depot/'];
const pages = (['main', 'small'] as const).flatMap((name) =>
  readPages(sites[name].folder)
    .filter(({ path }) => !MOVED.includes(path))
    .map((page) => ({
      ...page,
      site: name,
      base: sites[name].base,
      elements: elementsOf(page),
    })),
);
const where = ({ site, path }: { site: string; path: string }) => `${site}${path}`;

/** The one kind of `<script>` that browsers do not run and the policy does not judge: facts for search engines. */
const DATA_BLOCK = 'application/ld+json';

/** Elements and attributes that the content security policy of the site refuses, or that would run a note's text. */
describe('what no page may hold', () => {
  it('inline scripts and styles', () => {
    const found = pages.flatMap((page) =>
      page.elements
        .filter(
          ({ tagName, properties }) =>
            (tagName === 'script' && !properties['src'] && properties['type'] !== DATA_BLOCK) ||
            tagName === 'style',
        )
        .map((element) => `${where(page)} <${element.tagName}> ${toString(element).slice(0, 40)}`),
    );
    expect(found).toEqual([]);
  });

  it('other ways to ask for a section, which only the index needs', () => {
    const found = pages.filter(({ elements }) =>
      elements.some(({ properties }) => properties['dataSearchAskedAs'] !== undefined),
    );
    expect(found.map(where)).toEqual([]);
  });

  it('style attributes and event handlers', () => {
    const found = pages.flatMap((page) =>
      page.elements.flatMap(({ tagName, properties }) =>
        Object.keys(properties)
          .filter((name) => name === 'style' || /^on[a-z]/i.test(name))
          .map((name) => `${where(page)} <${tagName} ${name}>`),
      ),
    );
    expect(found).toEqual([]);
  });

  it('script URLs and foreign resources', () => {
    const found = pages.flatMap((page) =>
      page.elements.flatMap(({ tagName, properties }) => {
        const urls = ['href', 'src', 'action', 'xLinkHref', 'srcSet', 'data', 'poster']
          .map((name) => String(properties[name] ?? ''))
          .filter(Boolean);
        const resource = [
          'script',
          'link',
          'img',
          'iframe',
          'object',
          'embed',
          'source',
          'video',
          'use',
        ].includes(tagName);
        return urls
          .filter(
            (url) =>
              /^(?:javascript|data|vbscript):/i.test(url) ||
              (resource && /^(?:https?:)?\/\//.test(url) && properties['rel']?.toString() !== 'canonical'),
          )
          .map((url) => `${where(page)} <${tagName}> ${url}`);
      }),
    );
    expect(found).toEqual([]);
  });
});

describe('every page', () => {
  it('has one h1, a title, a description and a canonical address of its own', () => {
    const titles = new Map<string, string>();
    for (const page of pages) {
      const tags = (name: string) => page.elements.filter(({ tagName }) => tagName === name);
      expect(tags('h1').length, where(page)).toBe(1);
      const title = tags('title').map((element) => toString(element))[0] ?? '';
      expect(title, where(page)).toMatch(/雲ノート/);
      expect(
        titles.get(`${page.site} ${title}`),
        `${where(page)} and another page are both titled ${title}`,
      ).toBeUndefined();
      titles.set(`${page.site} ${title}`, page.path);
      const description = tags('meta').find(({ properties }) => properties['name'] === 'description');
      expect(String(description?.properties['content'] ?? ''), where(page)).toMatch(/^.{10,160}$/su);
      const canonical = tags('link').find(({ properties }) => properties['rel']?.toString() === 'canonical');
      const expected = page.path === '/404.html' ? /\/404\/?$/ : new RegExp(`${page.path}$`);
      expect(String(canonical?.properties['href']), where(page)).toMatch(expected);
    }
  });

  it('has ids that are unique', () => {
    const found = pages.flatMap((page) => {
      const ids = page.elements.flatMap(({ properties }) =>
        properties['id'] ? [String(properties['id'])] : [],
      );
      return ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${where(page)} #${id}`);
    });
    expect(found).toEqual([]);
  });

  it('steps from one heading level to the next', () => {
    const found = pages.flatMap((page) => {
      const levels = page.elements.flatMap(({ tagName }) =>
        /^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : [],
      );
      return levels.some((level, i) => level > (levels[i - 1] ?? 0) + 1)
        ? [`${where(page)} ${levels.join('')}`]
        : [];
    });
    expect(found).toEqual([]);
  });

  it('links to itself and to the rest of the site under its base', () => {
    const found = pages.flatMap((page) =>
      page.elements
        .filter(({ tagName }) => tagName === 'a' || tagName === 'link' || tagName === 'script')
        .flatMap(({ properties }) => String(properties['href'] ?? properties['src'] ?? ''))
        .filter((url) => url.startsWith('/') && !url.startsWith(page.base))
        .map((url) => `${where(page)} ${url}`),
    );
    expect(found).toEqual([]);
  });

  it('asks for the app manifest with credentials: on a site with a password nobody else gets it', () => {
    for (const page of pages) {
      const manifest = page.elements.find(({ properties }) => properties['rel']?.toString() === 'manifest');
      expect(manifest?.properties['crossOrigin'], where(page)).toBe('use-credentials');
    }
  });

  it('is marked as the current one where its own header or footer leads to it', () => {
    for (const name of ['main', 'small'] as const) {
      const own = new Map(
        pages.filter(({ site }) => site === name).map((page) => [page.base + page.path.slice(1), page]),
      );
      const linksOf = ({ tree }: (typeof pages)[number]) =>
        selectAll('.site-header a:not(.logo), .site-footer a', tree);
      const home = own.get(inject('sites')[name].base);
      const addresses = new Set(home && linksOf(home).map(({ properties }) => properties['href'] as string));
      expect(addresses.size).toBeGreaterThan(6);
      for (const address of addresses) {
        const current = own.get(address);
        const toItself =
          current && linksOf(current).filter(({ properties }) => properties['href'] === address);
        const marks = toItself?.map(({ properties }) => properties['ariaCurrent']);
        expect(new Set(marks), address).toEqual(new Set(['page']));
      }
    }
  });

  it('leads nowhere that does not exist', () => {
    for (const name of ['main', 'small'] as const) {
      const own = pages.filter((page) => page.site === name);
      const { base } = sites[name];
      const anchors = new Set(
        own.flatMap((page) => [
          page.path,
          ...page.elements.flatMap(({ properties: { id } }) => (id ? [`${page.path}#${String(id)}`] : [])),
        ]),
      );
      const broken = own.flatMap((page) =>
        page.elements
          .filter(({ tagName }) => tagName === 'a')
          .map(({ properties }) => String(properties['href'] ?? ''))
          .filter((href) => href.startsWith('/') || href.startsWith('#'))
          .map((href) => href.replace(/\?[^#]*/, ''))
          .map((href) => (href.startsWith('#') ? `${page.path}${href}` : `/${href.slice(base.length)}`))
          .filter((target) => !anchors.has(target))
          .map((target) => `${where(page)} → ${target}`),
      );
      expect(broken).toEqual([]);
    }
  });
});

describe('places that people link to', () => {
  it('carry an ASCII id', () => {
    const found = pages.flatMap((page) =>
      page.elements
        .filter(({ properties: { className } }) => Array.isArray(className) && className.includes('anchor'))
        .map(({ properties: { href } }) => String(href))
        .filter((href) => !/^#[a-z0-9]+(?:-[a-z0-9]+)*$/.test(href))
        .map((href) => `${where(page)} ${href}`),
    );
    expect(found).toEqual([]);
  });
});
