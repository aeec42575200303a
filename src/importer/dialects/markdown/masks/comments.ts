import type { MarkdownMark, Mask } from '../mark.ts';

const DELIMITERS: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['{/*', '*/}'],
];

/** Comments of HTML and MDX, over any number of lines: no reader saw them. */
export const comments: MarkdownMark = {
  mask: ({ text, start, end }) =>
    DELIMITERS.flatMap(([open, close]) => {
      const masks: Mask[] = [];
      for (let at = text.indexOf(open, start); at >= 0 && at < end;) {
        const closed = text.indexOf(close, at + open.length);
        if (closed < 0 || closed >= end) break;
        masks.push({ start: at, end: closed + close.length, consumed: false, dropped: 'comment' });
        at = text.indexOf(open, closed + close.length);
      }
      return masks;
    }),
};
