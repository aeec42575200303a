import type { Heading } from 'mdast';
import { isHead } from '../../text/sentence.ts';
import { leadOf } from '../lines-of.ts';
import type { MarkdownMark } from '../mark.ts';
import { headingsOf } from './title-levels.ts';

/** A name alone at the top of a note that has no heading above level 2 is its title. */
export const firstLine: MarkdownMark = {
  shape: (tree, { source }) => {
    const [first, ...others] = tree.children;
    if (source.lines[0]?.number !== 1 || first?.type !== 'paragraph' || others.length === 0) return;
    if (first.children.length !== 1 || !isHead(leadOf(first.children), 60)) return;
    if (leadOf(first.children).includes('\n') || headingsOf(tree).some(({ depth }) => depth === 1)) return;
    tree.children[0] = { ...first, type: 'heading', depth: 1 } satisfies Heading;
  },
};
