import type { Heading, Link, Paragraph, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { LONGEST_TITLE } from '../../../../schema/index.ts';
import type { MarkdownContext, MarkdownMark } from '../mark.ts';

/**
 * A heading can become the title of a page, which is plain text and short. What that cannot hold stands below it: all
 * words of a long heading, and the addresses of links, whose words stay in the heading.
 */
export const titleLimits: MarkdownMark = {
  shape: (tree, context) => {
    visit(tree, 'heading', (heading, index, parent) => {
      if (!parent || index === undefined) return;
      const addresses = takeLinks(heading).map((link) => addressOf(link, context));
      const words = toString(heading).length > LONGEST_TITLE ? [wordsOf(heading)] : [];
      (parent.children as RootContent[]).splice(index + 1, 0, ...words, ...addresses);
    });
  },
};

/** Replaces the links of a heading by their words. */
function takeLinks(heading: Heading): Link[] {
  const links: Link[] = [];
  visit(heading, 'link', (link, index, parent) => {
    if (!parent || index === undefined) return undefined;
    links.push(link);
    parent.children.splice(index, 1, ...link.children);
    return index;
  });
  return links;
}

const wordsOf = ({ children, position }: Heading): Paragraph => ({
  type: 'paragraph',
  children: [{ type: 'strong', children: structuredClone(children), position }],
  position,
});

function addressOf(link: Link, { source }: MarkdownContext): Paragraph {
  // In the link, or, for a reference, in the definition.
  const inLink = source.text.indexOf(link.url, link.position?.start.offset);
  const start = inLink >= 0 && inLink < source.end ? inLink : source.text.indexOf(link.url, source.start);
  const found = start >= 0 && start < source.end;
  const position = found ? source.position(start, start + link.url.length) : link.position;
  return {
    type: 'paragraph',
    children: [{ ...link, children: [{ type: 'text', value: link.url, position }], position }],
    position,
  };
}
