import { visit } from 'unist-util-visit';
import type { MarkdownMark } from '../mark.ts';

/** `**＊実装例＊**`: the words stay strong, the full-width stars around them go. */
export const exampleLabels: MarkdownMark = {
  shape: (tree, { source, marks }) => {
    visit(tree, 'strong', (strong) => {
      const [only, more] = strong.children;
      const words = only?.type === 'text' && !more ? /^[＊*]+(.+?)[＊*]+$/u.exec(only.value)?.[1] : undefined;
      if (words === undefined || only?.type !== 'text') return;
      const start = (only.position?.start.offset ?? 0) + only.value.indexOf(words);
      const end = start + words.length;
      const last = only.position?.end.offset ?? end;
      marks.push({ start: only.position?.start.offset ?? start, end: start }, { start: end, end: last });
      strong.children = [{ type: 'text', value: words, position: source.position(start, end) }];
    });
  },
};
