import { statSync } from 'node:fs';
import { join } from 'node:path';
import { toString } from 'hast-util-to-string';
import sharp from 'sharp';
import { describe, expect, inject, it } from 'vitest';
import { elementsOf, readPages } from './pages.ts';

const sites = inject('sites');
const ORIGINS = { main: 'https://kumo-note.example', small: 'https://notes.example.com' } as const;

/** Every page that has a head of its own; pages that only lead on have none. */
const pagesOf = (name: keyof typeof ORIGINS) =>
  readPages(sites[name].folder)
    .filter(({ html }) => !html.includes('http-equiv="refresh"'))
    .map((page) => {
      const elements = elementsOf(page);
      const meta = (property: string) =>
        elements
          .filter(
            ({ tagName, properties }) =>
              tagName === 'meta' && (properties['property'] ?? properties['name']) === property,
          )
          .map(({ properties }) => String(properties['content']));
      const data = elements
        .filter(({ properties }) => properties['type'] === 'application/ld+json')
        .map((element) => JSON.parse(toString(element)) as { '@graph': { '@type': string; url?: string }[] });
      return { ...page, elements, meta, data };
    });

describe.each(['main', 'small'] as const)('what the %s site says of its pages', (name) => {
  const pages = pagesOf(name);
  const site = `${ORIGINS[name]}${sites[name].base}`;

  it('title, description, address and kind of card are complete on every page', () => {
    for (const { path, elements, meta } of pages) {
      const canonical = elements.find(({ properties }) => properties['rel']?.toString() === 'canonical');
      for (const property of ['og:title', 'og:description', 'og:image', 'og:image:alt'])
        expect(meta(property), `${path} ${property}`).toEqual([expect.stringMatching(/\S/)]);
      expect(meta('og:url'), path).toEqual([canonical?.properties['href']]);
      expect(meta('og:description'), path).toEqual(meta('description'));
      expect(meta('twitter:card'), path).toEqual(['summary_large_image']);
    }
  });

  it('each card is a picture of this build, 1200 × 630, at most 25 KB', async () => {
    const cards = new Set(pages.flatMap(({ meta }) => meta('og:image')));
    expect(cards.size).toBeGreaterThan(8);
    for (const url of cards) {
      expect(url.startsWith(`${site}og/`), url).toBe(true);
      const file = join(sites[name].folder, url.slice(site.length));
      expect(statSync(file).size, url).toBeLessThanOrEqual(25_000);
      const { width, height, format } = await sharp(file).metadata();
      expect([width, height, format], url).toEqual([1200, 630, 'png']);
    }
  });

  it('services and comparisons have cards of their own', () => {
    const own = pages.filter(({ path }) => /^\/(?:services|compare)\/./.test(path));
    expect(new Set(own.flatMap(({ meta }) => meta('og:image'))).size).toBe(own.length);
  });

  it('facts for search engines name pages that exist', () => {
    const known = new Set(pages.map(({ path }) => `${site}${path.slice(1)}`));
    const described = pages.filter(({ data }) => data.length > 0);
    expect(described.map(({ path }) => path)).toEqual(
      pages.map(({ path }) => path).filter((path) => /^\/$|^\/(?:services|compare)\/./.test(path)),
    );
    for (const { path, data } of described) {
      expect(data).toHaveLength(1);
      const urls = [...JSON.stringify(data).matchAll(/"(?:url|item)":"([^"#]+)/g)].map(([, url]) => url);
      expect(urls.length, path).toBeGreaterThan(0);
      expect(
        urls.filter((url) => url === undefined || !known.has(url)),
        path,
      ).toEqual([]);
      expect(data[0]?.['@graph'][0]?.url, path).toBe(`${site}${path.slice(1)}`);
    }
  });
});
