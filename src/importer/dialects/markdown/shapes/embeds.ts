import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { MarkdownMark } from '../mark.ts';

/** `@[card](https://…)`: a preview of a page on Zenn. A plain link to the page is left. */
export const embeds: MarkdownMark = {
  shape: (tree, { source, marks }) => {
    visit(tree, 'link', (link, index, parent) => {
      if (!parent || index === undefined || !/^https?:/i.test(link.url)) return;
      const before = parent.children[index - 1];
      const kind = /^[a-z]+$/.test(toString(link)) ? toString(link) : undefined;
      if (kind === undefined || before?.type !== 'text' || !before.value.endsWith('@')) return;
      before.value = before.value.slice(0, -1);
      const start = (link.position?.start.offset ?? 0) + 1;
      marks.push({ start: start - 2, end: start + kind.length });
      const at = source.text.indexOf(link.url, start);
      const position = at < 0 ? link.position : source.position(at, at + link.url.length);
      link.children = [{ type: 'text', value: link.url, position }];
      if (before.position) before.position = { ...before.position, end: source.point(start - 2) };
    });
  },
};
