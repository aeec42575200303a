import type { MarkdownMark, Mask } from '../mark.ts';
import { hide } from './noncharacters.ts';

const DELIMITERS: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['{/*', '*/}'],
];

/** Comments of HTML and MDX, over any number of lines: no reader saw them. */
export const comments: MarkdownMark = {
  mask: (source) =>
    DELIMITERS.flatMap(([open, close]) => {
      const { text, start, end } = source;
      const masks: Mask[] = [];
      for (let at = text.indexOf(open, start); at >= 0 && at < end;) {
        const closed = text.indexOf(close, at + open.length);
        if (closed < 0 || closed >= end) break;
        const range = { start: at, end: closed + close.length };
        masks.push({ ...range, by: hide(source, range), consumed: false, dropped: 'comment' });
        at = text.indexOf(open, closed + close.length);
      }
      return masks;
    }),
};
