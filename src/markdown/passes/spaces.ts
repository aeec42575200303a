import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { bindSpaces } from '../../typesetting/spaces.ts';

/** What is shown as it was written. */
const VERBATIM = new Set(['code', 'pre', 'svg']);

/** Keeps words on one line that belong together although there is a space between them. */
export function finishSpaces(tree: Root): void {
  visit(tree, (node, index = 0, parent) => {
    if (node.type === 'element' && VERBATIM.has(node.tagName)) return SKIP;
    if (node.type !== 'text') return undefined;
    const before = parent?.children[index - 1];
    // Code has joints of its own: a word bound to it would have it torn apart in a narrow column.
    const free =
      before?.type === 'element' && before.tagName === 'code' && node.value.startsWith(' ') ? 1 : 0;
    node.value = node.value.slice(0, free) + bindSpaces(node.value.slice(free));
    return undefined;
  });
}
