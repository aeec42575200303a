import type { Nodes } from 'mdast';
import { isOwnAddress } from './own-address.ts';

/**
 * All words that a tree writes, in reading order, one line a leaf: text and code, addresses of links, values of
 * components. What the account looks for, and what is left of a block that cannot be written as it is.
 */
export function wordsOfTree(node: Nodes): string {
  const words: string[] = [];
  collect(node, words);
  return words.join('');
}

/** Nodes that begin on a new line. */
const BLOCKS = new Set<string>([
  'blockquote',
  'code',
  'footnoteDefinition',
  'heading',
  'listItem',
  'mdxJsxFlowElement',
  'paragraph',
  'tableCell',
]);

function collect(node: Nodes, words: string[]): void {
  if (BLOCKS.has(node.type)) words.push('\n');
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      words.push(node.value);
      return;
    case 'code':
      words.push(node.meta ? `${node.meta}\n` : '', node.value);
      return;
    case 'break':
      words.push('\n');
      return;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      for (const attribute of node.attributes)
        if (
          attribute.type === 'mdxJsxAttribute' &&
          typeof attribute.value === 'string' &&
          attribute.name !== 'type'
        )
          words.push(attribute.value, '\n');
      if (node.name === 'br') words.push('\n');
      break;
    default:
  }
  const before = words.length;
  if ('children' in node) for (const child of node.children) collect(child, words);
  if (node.type === 'link' && !isOwnAddress(words.slice(before).join(''), node.url))
    words.push(`（${node.url}）`);
}
