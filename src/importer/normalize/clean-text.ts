import { visit } from 'unist-util-visit';
import { cleanText } from '../read/note.ts';
import type { Pass } from './pass.ts';

/** Fields of nodes that hold text. */
const FIELDS = ['value', 'alt', 'url', 'title', 'lang', 'meta'] as const;

/** Character references can spell what the reader of the file took out (`&#x200b;`). They end here. */
export const cleanValues: Pass = (tree) => {
  visit(tree, (node) => {
    const fields = node as { [Field in (typeof FIELDS)[number]]?: unknown };
    for (const field of FIELDS) {
      const value = fields[field];
      if (typeof value === 'string') fields[field] = cleanText(value);
    }
    if (node.type === 'mdxJsxFlowElement')
      for (const attribute of node.attributes)
        if (typeof attribute.value === 'string') attribute.value = cleanText(attribute.value);
  });
};
