import type { Break, Html, Nodes, Parents, Text } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import { rangeOf, type Pass, type PassContext } from './pass.ts';

/** Tags that only say how text looks: their text stays, they go. */
const LOOKS =
  /^(?:abbr|b|big|cite|del|dfn|em|font|i|ins|kbd|mark|picture|q|s|samp|small|span|strong|sub|sup|tt|u|var|wbr)$/;

/** Tags that set text apart: they go too, but what they parted must not run together. */
const BLOCKS =
  /^(?:article|aside|blockquote|center|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|section|summary|ul)$/;

const TAG = /^<\/?([A-Za-z][\w-]*)(?:\s[^<>]*)?\/?>$/;
const COMMENT = /^<!--[\s\S]*-->$/;

/**
 * Makes harmless nodes of HTML: line breaks become their nodes, tags that only format or group go, comments are dropped,
 * and whatever else there is stays as the text that it is written with.
 */
export const neutraliseHtml: Pass = (tree, context) => {
  const found: { node: Html; parent: Parents }[] = [];
  visitParents(tree, 'html', (node, ancestors) => {
    const parent = ancestors.at(-1);
    if (parent) found.push({ node, parent });
  });
  for (const { node, parent } of found) {
    const siblings = parent.children as Nodes[];
    const at = siblings.indexOf(node);
    const made = neutralise(node, siblings, at, context);
    if (made === undefined) siblings.splice(at, 1);
    else
      siblings[at] = isText(parent) ? made : { type: 'paragraph', children: [made], position: node.position };
  }
};

const isText = ({ type }: Nodes): boolean =>
  ['paragraph', 'heading', 'tableCell', 'emphasis', 'strong', 'delete', 'link'].includes(type);

/** What stands in the place of some HTML; undefined when nothing does. */
function neutralise(
  node: Html,
  siblings: readonly Nodes[],
  at: number,
  { marks, dropped }: PassContext,
): Text | Break | undefined {
  const { value, position } = node;
  const range = rangeOf(node);
  if (COMMENT.test(value)) {
    if (range) dropped.push({ ...range, reason: 'comment' });
    return undefined;
  }
  const name = TAG.exec(value)?.[1]?.toLowerCase() ?? '';
  const isBlock = BLOCKS.test(name);
  if (name !== 'br' && !isBlock && !LOOKS.test(name)) return { type: 'text', value, position };
  if (range) marks.push(range);
  return name === 'br' || (isBlock && hasWordsBefore(siblings, at)) ? { type: 'break', position } : undefined;
}

/** Whether there are words on the line so far; pictures will stand by themselves. */
function hasWordsBefore(siblings: readonly Nodes[], at: number): boolean {
  for (let i = at - 1; i >= 0; i -= 1) {
    const node = siblings[i];
    if (node?.type === 'break' || node?.type === 'image') return false;
    if (node?.type !== 'text' || node.value.trim() !== '') return true;
  }
  return false;
}
