import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { PageKind } from '../engine/types.ts';
import { MARKED, type SearchPage, type SearchSection } from './search-page.ts';

/** Elements whose text runs on with the text around them. */
const INLINE =
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  );
/** Elements that hold no text to be found: pictures, controls, and navigation. */
const SILENT = 'button form input nav noscript script select style svg template'.split(' ');

/**
 * Reads what is searched of a built page: the `main` element that says its `data-search-kind`, without whatever is
 * marked `data-search-ignore`. Headings open sections; `data-search-heading` makes a heading of any other element, and
 * `data-search-question` says that an element is a question that its section answers.
 *
 * @param path under the base, e.g. `/services/lambda/`
 * @returns undefined for a page that is not searched
 */
export function readPage(path: string, html: string): SearchPage | undefined {
  const tree = fromHtml(html);
  const main = find(tree, ({ tagName, properties }) => tagName === 'main' && 'dataSearchKind' in properties);
  if (!main) return undefined;
  const title = find(main, ({ tagName }) => tagName === 'h1');
  const trail = find(main, ({ properties }) => String(properties['className']).includes('breadcrumbs'));
  const { dataSearchKind, dataSearchCategory } = main.properties;
  return {
    path,
    kind: String(dataSearchKind) as PageKind,
    category: dataSearchCategory === undefined ? undefined : String(dataSearchCategory),
    title: title ? textOf(title) : '',
    breadcrumb: trail ? findAll(trail, ({ tagName }) => tagName === 'a').map(textOf) : [],
    sections: readSections(main),
  };
}

interface OpenSection extends SearchSection {
  readonly questions: string[];
  readonly blocks: string[];
}

function readSections(main: Element): SearchSection[] {
  const sections: OpenSection[] = [
    { id: undefined, heading: undefined, level: 1, questions: [], blocks: [] },
  ];
  let text = '';
  const endBlock = () => {
    const block = collapse(text);
    if (block) sections.at(-1)?.blocks.push(block);
    text = '';
  };
  const visit = (node: Nodes, id: string | undefined): void => {
    if (node.type === 'text') text += node.value;
    if (node.type !== 'element' || isSilent(node)) return;
    const { tagName, properties } = node;
    const ownId = properties['id'] === undefined ? id : String(properties['id']);
    if (tagName === 'h1') return;
    if (/^h[2-6]$/.test(tagName) || 'dataSearchHeading' in properties) {
      endBlock();
      const level = /^h[2-6]$/.test(tagName) ? Number(tagName.slice(1)) : MARKED;
      const anchor = properties['id'] === undefined && /^h/.test(tagName) ? sections.at(-1)?.id : ownId;
      sections.push({ id: anchor, heading: textOf(node), level, questions: [], blocks: [] });
      return;
    }
    if ('dataSearchQuestion' in properties) {
      endBlock();
      sections.at(-1)?.questions.push(textOf(node));
      return;
    }
    const inline = INLINE.includes(tagName);
    if (!inline) endBlock();
    for (const child of node.children) visit(child, ownId);
    if (!inline) endBlock();
  };
  for (const child of main.children) visit(child, undefined);
  endBlock();
  return sections;
}

function isSilent({ tagName, properties }: Element): boolean {
  return SILENT.includes(tagName) || 'dataSearchIgnore' in properties || properties['hidden'] === true;
}

/** The text of an element on one line. */
function textOf(element: Element): string {
  const collect = (node: Nodes): string => {
    if (node.type === 'text') return node.value;
    return node.type === 'element' && !isSilent(node) ? node.children.map(collect).join('') : '';
  };
  return collapse(element.children.map(collect).join(''));
}

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

function findAll(node: Nodes, test: (element: Element) => boolean): Element[] {
  if (node.type === 'element' && test(node)) return [node];
  return 'children' in node ? node.children.flatMap((child) => findAll(child, test)) : [];
}

const find = (node: Nodes, test: (element: Element) => boolean): Element | undefined =>
  findAll(node, test)[0];
