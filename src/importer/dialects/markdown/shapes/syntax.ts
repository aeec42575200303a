import { visit } from 'unist-util-visit';
import type { Range } from '../../dialect.ts';
import type { MarkdownMark } from '../mark.ts';

const FENCE_INFO = /^(?:`{3,}|~{3,})[ \t]*([^\n]*)/;
const LIST_ITEM = /^(?:\d{1,9}[.)]|[-*+])(?:\s+\[[xX]\])?/;
const CHARACTER_REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{1,31});/gi;

/** Marks the letters and digits of CommonMark's own syntax: info strings, numbers and boxes of items, `&amp;`. */
export const syntax: MarkdownMark = {
  shape: (tree, { source, marks }) => {
    visit(tree, (node) => {
      const start = node.position?.start.offset ?? 0;
      const raw = () => source.text.slice(start, node.position?.end.offset ?? start);
      const mark = (match: RegExpExecArray | null, range: (match: RegExpExecArray) => Range) => {
        if (match) marks.push(range(match));
      };
      if (node.type === 'code')
        mark(FENCE_INFO.exec(raw()), ([all, info = '']) => ({
          start: start + all.length - info.length,
          end: start + all.length,
        }));
      else if (node.type === 'listItem')
        mark(LIST_ITEM.exec(raw()), ([bullet]) => ({ start, end: start + bullet.length }));
      else if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
        for (const { index, 0: reference } of raw().matchAll(CHARACTER_REFERENCE))
          marks.push({ start: start + index, end: start + index + reference.length });
    });
  },
};
