import type { Element, ElementContent, Root, Text } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import type { RenderContext } from '../render-context.ts';

/** Inside these nothing becomes a link: links, code, headings and diagrams say exactly what the writer meant. */
const LEFT_ALONE = new Set([
  'a',
  'code',
  'pre',
  'kbd',
  'svg',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'thead',
  'button',
]);

/**
 * Links the names of services and glossary terms: the first mention in each section of a page (a note, or what stands
 * below one H2), never on the page that it would lead to. Hand-written links count as a mention.
 */
export function linkTerms(tree: Root, { terms, page }: RenderContext): void {
  let linked = new Set<string>([page]);
  visit(tree, (node, index, parent) => {
    if (node.type === 'element') {
      if (node.tagName === 'h2') linked = new Set([page]);
      if (node.tagName === 'a' && typeof node.properties['href'] === 'string')
        linked.add(node.properties['href']);
      return LEFT_ALONE.has(node.tagName) || isAsideTitle(node) ? SKIP : undefined;
    }
    if (node.type !== 'text' || !parent || index === undefined) return undefined;
    const pieces = linkText(node, linked, terms);
    if (!pieces) return undefined;
    (parent as Element).children.splice(index, 1, ...pieces);
    return index + pieces.length;
  });
}

const isAsideTitle = ({ properties: { className } }: Element): boolean =>
  Array.isArray(className) && className.includes('aside-title');

function linkText(
  node: Text,
  linked: Set<string>,
  terms: RenderContext['terms'],
): ElementContent[] | undefined {
  const pieces: ElementContent[] = [];
  let at = 0;
  for (const { start, end, term } of terms.find(node.value)) {
    if (linked.has(term.path)) continue;
    linked.add(term.path);
    if (start > at) pieces.push({ type: 'text', value: node.value.slice(at, start) });
    pieces.push(h('a', { className: `auto-${term.kind}`, href: term.path }, node.value.slice(start, end)));
    at = end;
  }
  if (at === 0) return undefined;
  if (at < node.value.length) pieces.push({ type: 'text', value: node.value.slice(at) });
  return pieces;
}
