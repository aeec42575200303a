import type { Heading, Link, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { MarkdownMark } from '../mark.ts';

/**
 * A heading can become the title of a page, which is plain text: the words of its links stay in it, their addresses
 * stand in a paragraph below.
 */
export const headingLinks: MarkdownMark = {
  shape: (tree, { source }) => {
    visit(tree, 'heading', (heading, index, parent) => {
      if (!parent || index === undefined) return;
      const links = takeLinks(heading);
      const addresses = links.flatMap((link): PhrasingContent[] => {
        const start = source.text.indexOf(link.url, link.position?.start.offset ?? 0);
        const found = start >= 0 && start < (link.position?.end.offset ?? 0);
        const position = found ? source.position(start, start + link.url.length) : link.position;
        return [{ ...link, children: [{ type: 'text', value: link.url, position }], position }];
      });
      const below = addresses.map((link): Paragraph => ({
        type: 'paragraph',
        children: [link],
        position: link.position,
      }));
      (parent.children as RootContent[]).splice(index + 1, 0, ...below);
    });
  },
};

/** Replaces the links of a heading by their words. */
function takeLinks(heading: Heading): Link[] {
  const links: Link[] = [];
  heading.children = heading.children.flatMap((child): PhrasingContent[] => {
    if (child.type !== 'link') return [child];
    links.push(child);
    return child.children;
  });
  return links;
}
