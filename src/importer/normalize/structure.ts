import type { Heading, Nodes, Paragraph, Parents, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';
import { lineBreak } from '../nodes.ts';
import type { Pass } from './pass.ts';

/** Headings inside lists and quotes are no sections of the page: they become strong paragraphs. */
export const flattenNestedHeadings: Pass = (tree) => {
  const found: { heading: Heading; parent: Parents }[] = [];
  visitParents(tree, 'heading', (heading, ancestors) => {
    const parent = ancestors.at(-1);
    if (parent && parent.type !== 'root') found.push({ heading, parent });
  });
  for (const { heading, parent } of found) {
    const { children, position } = heading;
    const paragraph: Paragraph = {
      type: 'paragraph',
      children: children.length > 0 ? [{ type: 'strong', children, position }] : [],
      position,
    };
    (parent.children as Nodes[]).splice(parent.children.indexOf(heading as never), 1, paragraph);
  }
};

/** A gap between two levels says nothing: no heading is more than one level below the one it stands under. */
export const closeHeadingGaps: Pass = (tree) => {
  let last = 3;
  for (const node of tree.children) {
    if (node.type !== 'heading') continue;
    if (node.depth > 3) node.depth = Math.min(node.depth, last + 1) as Heading['depth'];
    last = Math.max(node.depth, 3);
  }
};

const PARENTS_OF_TEXT = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'emphasis',
  'strong',
  'delete',
  'link',
]);
const MAY_BE_EMPTY = new Set([
  'root',
  'tableCell',
  'listItem',
  'tableRow',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
]);

/**
 * Joins neighbours that would be read as one (text with text, code with code), breaks lines where the place allows it,
 * and takes away what is empty.
 */
export const tidyTree: Pass = (tree) => {
  tidy(tree, new Set());
};

/** @param inside the types of the parents, the node's own included */
function tidy(parent: Parents, above: ReadonlySet<string>): void {
  const inside = new Set([...above, parent.type]);
  const kept: Nodes[] = [];
  const onOneLine = isOneLine(inside);
  for (const child of flattenSpans(parent.children, inside)) {
    const node = settle(child, inside);
    if ('children' in node) {
      tidy(node, inside);
      if (node.children.length === 0 && !MAY_BE_EMPTY.has(node.type)) continue;
    }
    if (node.type === 'thematicBreak' && parent.type === 'root') continue;
    if (node.type === 'text' && isLineBreak(kept.at(-1))) node.value = node.value.replace(LEADING, '');
    if (isLineBreak(node)) trimLast(kept);
    if (isBlankText(node)) continue;
    const last = kept.at(-1);
    if (last?.type === 'text' && node.type === 'text')
      last.value = joinLines(last.value + node.value, onOneLine);
    else if (last?.type === 'inlineCode' && node.type === 'inlineCode') last.value += ` ${node.value}`;
    else if (last && last.type === node.type && isSpan(last) && isSpan(node))
      (last.children as Nodes[]).push(...node.children);
    else kept.push(node);
  }
  if (PARENTS_OF_TEXT.has(parent.type)) trim(kept);
  parent.children = kept as never;
}

/** Stress within the same stress is none, and the signs of both would not be told apart. */
const flattenSpans = (nodes: readonly Nodes[], inside: ReadonlySet<string>): Nodes[] =>
  nodes.flatMap((node) =>
    isSpan(node) && inside.has(node.type) ? flattenSpans(node.children, inside) : [node],
  );

const isSpan = (node: Nodes): node is Extract<Nodes, { type: 'strong' | 'emphasis' | 'delete' }> =>
  node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete';

const isBlankText = (node: Nodes): boolean =>
  (node.type === 'text' && node.value === '') || (node.type === 'inlineCode' && node.value.trim() === '');

/** A node in the form that its place can hold: no line ends in cells and headings, code on one line. */
function settle(node: Nodes, inside: ReadonlySet<string>): Nodes {
  if (node.type === 'inlineCode') node.value = node.value.replace(/\s+/g, ' ').trim();
  if (node.type === 'text') node.value = joinLines(node.value, isOneLine(inside));
  if (node.type === 'break' && inside.has('heading'))
    return { type: 'text', value: ' ', position: node.position };
  if (node.type === 'break' && inside.has('tableCell')) return lineBreak(node.position);
  return node;
}

const isOneLine = (inside: ReadonlySet<string>): boolean => inside.has('tableCell') || inside.has('heading');

const joinLines = (text: string, onOneLine: boolean): string =>
  text.replace(/[ \t]*\n[ \t\n]*/g, onOneLine ? ' ' : '\n');

const isLineBreak = (node: Nodes | undefined): boolean =>
  node?.type === 'break' || (node?.type === 'mdxJsxTextElement' && node.name === 'br');

/** White space, the indent of Japanese paragraphs included. */
const LEADING = /^[ \t\n\u3000]+/;

/** Takes away the white space at the end of the last text, and the text when it is nothing else. */
function trimLast(nodes: Nodes[]): void {
  const last = nodes.at(-1);
  if (last?.type !== 'text') return;
  last.value = last.value.replace(/[ \t\n\u3000]+$/, '');
  if (last.value === '') nodes.pop();
}

/** White space and line breaks at the ends of a block are not seen by anybody. */
function trim(children: Nodes[]): void {
  for (;;) {
    const first = children[0];
    if (first?.type === 'text') first.value = first.value.replace(LEADING, '');
    if (isLineBreak(first) || (first?.type === 'text' && first.value === '')) children.shift();
    else break;
  }
  for (trimLast(children); isLineBreak(children.at(-1)); trimLast(children)) children.pop();
}

/** Drops headings without a word; what stands below them stays. */
export const dropEmptyHeadings: Pass = (tree: Root) => {
  tree.children = tree.children.filter(
    (node: RootContent) => node.type !== 'heading' || toString(node).trim() !== '',
  );
};
