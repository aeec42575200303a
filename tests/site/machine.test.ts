import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { select } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { describe, expect, inject, it } from 'vitest';
import { readPages } from './pages.ts';

const { small, main } = inject('sites');
const read = (file: string) => readFileSync(join(small.folder, file), 'utf8');
const page = (path: string) => {
  const found = readPages(small.folder).find((p) => p.path === path);
  if (!found) throw new Error(`no page ${path}`);
  return found.tree;
};
const URL = 'https://notes.example.com/kb';

describe('what programs read', () => {
  it('a sitemap with every listed page and its date', () => {
    const xml = read('sitemap.xml');
    expect(xml).toContain(`<url><loc>${URL}/services/kumo-store/</loc><lastmod>2026-11-22</lastmod></url>`);
    const listed = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url.replace(URL, ''));
    const pages = readPages(small.folder)
      .map(({ path }) => path)
      .filter((path) => !['/404.html', '/offline/', '/services/kumo-depot/'].includes(path));
    expect(listed.toSorted()).toEqual(pages.toSorted());
  });

  it('feeds of the notes that were lately checked', () => {
    for (const file of ['atom.xml', 'rss.xml']) {
      expect(read(file)).toContain(`${URL}/services/kumo-store/#keep`);
      expect(read(file)).toContain('預けたものはどう保たれるか');
      expect(read(file)).toContain('一つにつき 5,120 MB まで。');
    }
  });

  it('feeds in which the words of notes are words, and no HTML', () => {
    for (const file of ['atom.xml', 'rss.xml']) {
      const texts = [...read(file).matchAll(/<!\[CDATA\[(.*?)\]\]>/gs)].map(([, html = '']) => html);
      expect(texts.join('\n')).toContain('fetch(');
      expect(texts.filter((html) => /[<>]|&(?!#x)/.test(html))).toEqual([]);
    }
  });

  it('robots.txt that leads to the sitemap', () => {
    expect(read('robots.txt')).toContain(`Sitemap: ${URL}/sitemap.xml`);
  });

  it('every service page as Markdown, listed in llms.txt', () => {
    expect(read('llms.txt')).toContain(`- [Kumo Store](${URL}/services/kumo-store.md): `);
    const text = read('services/kumo-store.md');
    expect(text).toContain('# Kumo Store\n');
    expect(text).toContain('一つにつき 5,120 MB まで。');
    expect(text).toContain(`[期限](${URL}/services/kumo-store/#expiry)`);
    expect(text).toContain('\n\nこんなときに: 預けたものが消えないか心配／いつまで置いておけるか\n\n');
    expect(text).not.toMatch(/<Quota|<Aside|\[#/);
    expect(read('llms-full.txt')).toContain(text);
  });

  it('every comparison as Markdown, listed in llms.txt and part of the whole text', () => {
    expect(read('llms.txt')).toContain(`(${URL}/compare/store-runner.md): `);
    const text = read('compare/store-runner.md');
    expect(text).toMatch(/^# .+\n\n> .+\n\nhttps:.+\/kb\/compare\/store-runner\/ · /);
    expect(text).toContain('**結論**: ');
    expect(text).toContain('\n## 出典\n');
    expect(text).not.toMatch(/\[#/);
    expect(read('llms-full.txt')).toContain(text);
  });

  it('plain Markdown without components for the real content too', () => {
    const text = readFileSync(join(main.folder, 'llms-full.txt'), 'utf8');
    expect(text.match(/^(?!.*`).*<(?:Aside|Quota|Todo)\b.*$/gm) ?? []).toEqual([]);
  });
});

describe('places that moved', () => {
  it.each([
    ['an old anchor stands on its page', '/services/kumo-store/', 'hold', '/services/kumo-store/#keep'],
    [
      'one of a page that moved stands where that is',
      '/services/kumo-store/',
      'shelf',
      '/services/kumo-store/#keep',
    ],
    ['one of a list stands there', '/services/', 'by-age', '/services/#by-kana'],
  ])('%s and leads on', (_, path, id, to) => {
    const note = select(`#${id}`, page(path));
    expect(note && select('a', note)?.properties['href']).toBe(`/kb${to}`);
  });

  it('an old page leads on without the edge function', () => {
    const tree = page('/services/kumo-depot/');
    expect(select('meta[http-equiv=refresh]', tree)?.properties['content']).toBe(
      '0; url=/kb/services/kumo-store/',
    );
    expect(toString(tree)).toContain('この場所は移りました');
  });
});
