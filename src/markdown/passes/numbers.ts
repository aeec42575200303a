import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** A number that is no part of a name (EC2, IPv4), and the space before what it counts. */
const SPACE_AFTER_NUMBER =
  /(?<=(?<![\p{L}\p{N}.,_-])\d[\d.,]*) (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}%]|[A-Za-z]{1,4}(?![A-Za-z]))/gu;

const NO_BREAK_SPACE = '\u00a0';
/** What is shown as it was written. */
const VERBATIM = new Set(['code', 'pre', 'svg']);

/** Keeps numbers and their units on one line: `5 分`, `128 KB`. */
export function bindNumbers(tree: Root): void {
  visit(tree, (node) => {
    if (node.type === 'element' && VERBATIM.has(node.tagName)) return SKIP;
    if (node.type === 'text') node.value = node.value.replace(SPACE_AFTER_NUMBER, NO_BREAK_SPACE);
    return undefined;
  });
}
