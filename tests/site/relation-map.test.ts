import type { Element } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { describe, expect, inject, it } from 'vitest';
import { ui } from '../../src/components/strings.ts';
import { readPages } from './pages.ts';

const SIDES = ['incoming', 'outgoing'] as const;
const pages = readPages(inject('sites').main.folder).flatMap((page) => {
  const picture = select('.relation-map', page.tree);
  return picture ? [{ ...page, picture }] : [];
});

/** What the picture shows, a line each: direction, kind, where the name leads. */
const drawn = (picture: Element) =>
  SIDES.flatMap((side) =>
    selectAll(`.${side} > .kind`, picture).flatMap((kind) =>
      selectAll('a', kind).map(
        (link) => `${side} ${textOf(select('.kind > text', kind))} ${String(link.properties['href'])}`,
      ),
    ),
  ).sort();

/** The same from the lists below it. */
const listed = (section: Element) =>
  SIDES.flatMap((side) => {
    const at = section.children.findIndex((child) => textOf(child) === ui.service[side]);
    const list = section.children
      .slice(at)
      .find((child) => child.type === 'element' && child.tagName === 'dl');
    if (at < 0 || list?.type !== 'element') return [];
    return selectAll('dl > div', list).flatMap((entry) =>
      selectAll('dd', entry).map(
        ({ children: [label] }) =>
          `${side} ${textOf(label)} ${String(select('a', entry)?.properties['href'])}`,
      ),
    );
  }).sort();

const textOf = (node: Element['children'][number] | undefined | null) => (node ? toString(node).trim() : '');

describe('the picture of the relations of a service', () => {
  it('is on the page of each service that has any', () => {
    const withLists = readPages(inject('sites').main.folder).filter(({ html }) =>
      html.includes('dl class="relations"'),
    );
    expect(withLists.length).toBeGreaterThan(90);
    expect(pages.map(({ path }) => path)).toEqual(withLists.map(({ path }) => path));
  });

  it('shows just what the lists below it say', () => {
    for (const { path, tree, picture } of pages) {
      const section = select('section:has(> #relations)', tree);
      if (!section) throw new Error(`${path} has no section`);
      expect(drawn(picture), path).toEqual(listed(section));
    }
  });

  it('has a title and a description, and leaves the keyboard to the lists', () => {
    for (const { path, picture } of pages) {
      expect(picture.properties['ariaLabel'], path).toMatch(/^\S.* と関わるサービスの図$/);
      expect(textOf(select('figcaption', picture)), path).toContain('下の一覧');
      expect(select('svg', picture)?.properties['ariaHidden'], path).toBe('true');
      expect(
        selectAll('a', picture).filter(({ properties }) => properties['tabIndex'] !== -1),
        path,
      ).toEqual([]);
    }
  });
});
