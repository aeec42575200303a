import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { bindSpaces } from '../../typesetting/spaces.ts';

/** What is shown as it was written. */
const VERBATIM = new Set(['code', 'pre', 'svg']);

/** Keeps words on one line that belong together although there is a space between them. */
export function finishSpaces(tree: Root): void {
  visit(tree, (node) => {
    if (node.type === 'element' && VERBATIM.has(node.tagName)) return SKIP;
    if (node.type === 'text') node.value = bindSpaces(node.value);
    return undefined;
  });
}
