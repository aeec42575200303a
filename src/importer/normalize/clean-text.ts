import { visit } from 'unist-util-visit';
import { cleanText } from '../read/note.ts';
import type { Pass } from './pass.ts';

/** Character references can spell what the reader of the file took out (`&#x200b;`). They end here. */
export const cleanValues: Pass = (tree) => {
  visit(tree, (node) => {
    if ('value' in node) node.value = cleanText(node.value);
    if ('alt' in node && node.alt) node.alt = cleanText(node.alt);
  });
};
