import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { describe, expect, inject, it } from 'vitest';
import { ui } from '../../src/components/strings.ts';
import { readPages, type BuiltPage } from './pages.ts';

const pages = readPages(inject('sites').main.folder);
const hrefs = (page: BuiltPage, selector: string) =>
  selectAll(selector, page.tree).map(({ properties }) => String(properties['href']));

describe('the comparisons on a service page', () => {
  const services = pages.filter(({ tree }) => select('#comparisons', tree));

  it('are those that name the service, each once', () => {
    const named = pages
      .filter(({ path }) => /^\/compare\/./.test(path))
      .flatMap((page) => {
        const row = selectAll('.facts > div', page.tree).find(
          (entry) => toString(select('dt', entry) ?? entry).trim() === ui.comparison.services,
        );
        return row
          ? selectAll('a', row).map(({ properties }) => `${String(properties['href'])} ${page.path}`)
          : [];
      });
    expect(named.length).toBeGreaterThan(100);
    const listed = services.flatMap((page) =>
      hrefs(page, '#comparisons a').map((href) => `${page.path} ${href}`),
    );
    expect(listed.toSorted()).toEqual(named.toSorted());
  });

  it('show three at most; the others unfold', () => {
    for (const page of services) {
      const all = hrefs(page, '#comparisons a').length;
      expect(hrefs(page, '#comparisons dd > ul a'), page.path).toHaveLength(Math.min(3, all));
      expect(hrefs(page, '#comparisons details > ul a'), page.path).toHaveLength(Math.max(0, all - 3));
      const summary = select('#comparisons details > summary', page.tree);
      expect(summary && toString(summary).trim(), page.path).toBe(
        all > 3 ? ui.service.moreComparisons(all - 3) : undefined,
      );
    }
  });
});

describe('the page of questions', () => {
  it('leads from every question to the section that shows it', () => {
    const small = readPages(inject('sites').small.folder);
    const list = small.find(({ path }) => path === '/questions/');
    const links = selectAll('main .question-index li a', list?.tree ?? { type: 'root', children: [] });
    expect(links.map((link) => [toString(link), link.properties['href']])).toEqual([
      ['預けたものが消えないか心配', '/kb/services/kumo-store/#keep'],
      ['いつまで置いておけるか', '/kb/services/kumo-store/#keep'],
      ['預けるか動かすかで迷う', '/kb/compare/store-runner/'],
    ]);
    const service = small.find(({ path }) => path === '/services/kumo-store/');
    const section = service && selectAll('section', service.tree).find((one) => select('#keep', one));
    expect(section && selectAll('.questions dd', section).map(toString)).toEqual([
      '預けたものが消えないか心配',
      'いつまで置いておけるか',
    ]);
  });
});

describe('the latest notes on the home page', () => {
  it('are eight of at least four services, the newest first', () => {
    const home = pages.find(({ path }) => path === '/');
    const heading = home && selectAll('h2', home.tree).find((h2) => toString(h2).trim() === ui.home.recent);
    const section =
      home && selectAll('section', home.tree).find(({ children }) => heading && children.includes(heading));
    if (!section) throw new Error('the home page has no latest notes');
    const services = selectAll('a', section).map(({ properties }) =>
      String(properties['href']).replace(/#.*/, ''),
    );
    expect(services).toHaveLength(8);
    expect(
      Math.max(
        ...Map.groupBy(services, (path) => path)
          .values()
          .map(({ length }) => length),
      ),
    ).toBeLessThanOrEqual(2);
    const days = selectAll('time', section).map(({ properties }) => String(properties['dateTime']));
    expect(days).toEqual(days.toSorted().toReversed());
  });
});
