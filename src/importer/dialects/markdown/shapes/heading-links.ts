import type { Heading, Link, Paragraph, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { MarkdownContext, MarkdownMark } from '../mark.ts';

/** A heading can become a title, which is plain text: the addresses of its links stand below it. */
export const headingLinks: MarkdownMark = {
  shape: (tree, context) => {
    visit(tree, 'heading', (heading, index, parent) => {
      if (!parent || index === undefined) return;
      const addresses = takeLinks(heading).map((link) => addressOf(link, context));
      (parent.children as RootContent[]).splice(index + 1, 0, ...addresses);
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
