import type { TableCell } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Pass } from './pass.ts';

/** Cells to the right of the header fall off the page: every row is made as long as the longest, the header too. */
export const squareTables: Pass = (tree) => {
  visit(tree, 'table', ({ children: rows }) => {
    const width = rows.reduce((most, { children }) => Math.max(most, children.length), 0);
    for (const { children } of rows)
      while (children.length < width) children.push({ type: 'tableCell', children: [] } satisfies TableCell);
  });
};
