import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { RenderContext } from '../render-context.ts';

/** Puts links to this site under the base it is served from, and marks those that leave it. */
export function finishLinks(tree: Root, { hrefTo }: RenderContext): void {
  visit(tree, 'element', (node) => {
    const href = node.properties['href'];
    if (node.tagName !== 'a' || typeof href !== 'string') return;
    if (href.startsWith('/')) node.properties['href'] = hrefTo(href);
    else if (/^https?:/i.test(href)) node.properties['rel'] = ['noopener'];
  });
}
