import type { ListItem } from 'mdast';
import { visit } from 'unist-util-visit';
import { levelsOfSigns } from '../../text/signs.ts';
import type { MarkdownMark } from '../mark.ts';

/** Items that only their signs tell apart, `•` and `o`: one list to Markdown, lists in lists to who wrote them. */
export const signLists: MarkdownMark = {
  shape: (tree, { source }) => {
    visit(tree, 'list', (list) => {
      const levels = levelsOfSigns(
        list.children.map(({ position }) => source.text.charAt(position?.start.offset ?? 0)),
      );
      list.children = nest(list.children, levels);
    });
  },
};

function nest(items: readonly ListItem[], levels: readonly number[]): ListItem[] {
  const top: ListItem[] = [];
  const open: ListItem[] = [];
  for (const [i, item] of items.entries()) {
    open.length = levels[i] ?? 0;
    const above = open.at(-1);
    if (above) addBelow(above, item);
    else top.push(item);
    for (const { position } of open) if (position && item.position) position.end = item.position.end;
    open.push(item);
  }
  return top;
}

function addBelow({ children }: ListItem, item: ListItem): void {
  const last = children.at(-1);
  if (last?.type === 'list') last.children.push(item);
  else
    children.push({ type: 'list', ordered: false, spread: false, children: [item], position: item.position });
}
