import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Makes the label of the footnotes unique on its page. mdast-util-to-hast writes the id `footnote-label` for every
 * tree, and a service page holds many notes.
 */
export function finishFootnotes(tree: Root, idPrefix: string): void {
  const label = `${idPrefix}_footnotes`;
  visit(tree, 'element', (node) => {
    if (node.properties['id'] === 'footnote-label') {
      node.properties = { id: label, className: ['footnotes-label'] };
    }
    const describedBy = node.properties['ariaDescribedBy'];
    if (Array.isArray(describedBy) && describedBy.includes('footnote-label'))
      node.properties['ariaDescribedBy'] = [label];
  });
}
