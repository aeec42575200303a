import type { Element, ElementContent, Root, Text } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { splitPhrases } from '../../typesetting/phrases.ts';

/** Gives headings break points between phrases, and those with an id a link to themselves. */
export function finishHeadings(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (!/^h[2-6]$/.test(node.tagName)) return;
    node.children = breakPhrases(node.children);
    const id = node.properties['id'];
    if (typeof id === 'string') node.children.push(headingAnchor(id));
  });
}

/** The link beside a heading. Scripts turn a click on it into a copy of the full URL. */
const headingAnchor = (id: string): Element =>
  h('a', { className: 'anchor', href: `#${id}`, ariaLabel: 'この場所へのリンク' });

/** Puts `<wbr>` between the phrases of the text in a heading. */
function breakPhrases(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'element' && child.tagName !== 'code')
      return [{ ...child, children: breakPhrases(child.children) }];
    if (child.type !== 'text') return [child];
    return splitPhrases(child.value).flatMap((value, i): ElementContent[] => {
      const text: Text = { type: 'text', value };
      return i === 0 ? [text] : [h('wbr'), text];
    });
  });
}
