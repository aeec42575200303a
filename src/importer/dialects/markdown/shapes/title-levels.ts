import type { Heading } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { MarkdownMark } from '../mark.ts';

/**
 * Level 1 is the title of a note, level 2 a service. Notes with several headings of level 1 use them for sections, and
 * a note whose title is the name of one service is about that service: there everything moves down a level.
 */
export const titleLevels: MarkdownMark = {
  shape: (tree, { vocabulary }) => {
    const headings = tree.children.filter((node): node is Heading => node.type === 'heading');
    const titles = headings.filter(({ depth }) => depth === 1);
    const [title] = titles;
    if (!title || (titles.length === 1 && vocabulary.serviceOf(toString(title)) === undefined)) return;
    for (const heading of headings) heading.depth = Math.min(6, heading.depth + 1) as Heading['depth'];
  },
};
