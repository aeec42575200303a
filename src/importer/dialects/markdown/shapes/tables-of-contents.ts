import type { ListItem, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Range } from '../../dialect.ts';
import { sectionNumber } from '../../text/section-number.ts';
import type { MarkdownMark } from '../mark.ts';
import { headingsOf } from './title-levels.ts';

/** The title of a table of contents. */
export const CONTENTS = /^(?:目次|もくじ|contents|table of contents|toc|index)$/i;

/**
 * A list below 「目次」, or any list, that holds nothing but links to headings of the note or, below 「目次」, their words:
 * the site makes its own. 「目次」 itself goes when nothing is left of what stood below it.
 */
export const tablesOfContents: MarkdownMark = {
  shape: (tree, { dropped }) => {
    const headings = new Set(headingsOf(tree).map((heading) => plain(toString(heading))));
    const isTitle = (node: RootContent | undefined): boolean =>
      node?.type === 'heading' && CONTENTS.test(toString(node).trim());
    tree.children = tree.children.filter((node, index, all) => {
      const names = isTitle(all[index - 1]) ? headings : NONE;
      if (node.type !== 'list' || !node.children.every((item) => leadsOn(item, names))) return true;
      dropped.push({ ...rangeOf(node), reason: 'contents' });
      return false;
    });
    tree.children = tree.children.filter((node, index, all) => {
      const next = all[index + 1];
      if (!isTitle(node) || (next && next.type !== 'heading')) return true;
      const { start, end } = rangeOf(node);
      const below = (range: Range) => range.start >= end && (!next || range.start < rangeOf(next).start);
      if (!dropped.some((range) => range.reason === 'contents' && below(range))) return true;
      dropped.push({ start, end, reason: 'contents' });
      return false;
    });
  },
};

const NONE: ReadonlySet<string> = new Set();

/** Without the number that a heading may have lost, and the list may have kept. */
const plain = (text: string): string => text.trim().slice(sectionNumber(text.trim()).length);

const rangeOf = ({ position }: RootContent): Range => ({
  start: position?.start.offset ?? 0,
  end: position?.end.offset ?? 0,
});

/** Whether an item and all below it lead to headings. */
const leadsOn = ({ children }: ListItem, names: ReadonlySet<string>): boolean =>
  children.every((block) => {
    if (block.type === 'list') return block.children.every((item) => leadsOn(item, names));
    if (block.type !== 'paragraph') return false;
    const [link, ...others] = block.children;
    const isLink = link?.type === 'link' && link.url.startsWith('#') && others.length === 0;
    return isLink || names.has(plain(toString(block)));
  });
