import type { Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { MarkdownMark } from '../mark.ts';

/**
 * Level 1 is the title of a note, level 2 a service. Notes with several headings of level 1 use them for sections, and
 * a note whose title is the name of one service is about that service: there everything moves down a level.
 */
export const titleLevels: MarkdownMark = {
  shape: (tree, { vocabulary }) => {
    const [title, ...others] = headingsOf(tree).filter(({ depth }) => depth === 1);
    if (title && (others.length > 0 || vocabulary.serviceOf(toString(title)) !== undefined))
      demoteHeadings(tree);
  },
};

export const headingsOf = (tree: Root): Heading[] =>
  tree.children.filter((node): node is Heading => node.type === 'heading');

export function demoteHeadings(tree: Root): void {
  for (const heading of headingsOf(tree)) heading.depth = Math.min(6, heading.depth + 1) as Heading['depth'];
}
