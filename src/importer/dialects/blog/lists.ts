import type { BlockContent, List, ListItem } from 'mdast';
import { list, listItem, paragraph } from '../text/build.ts';
import type { Source } from '../text/source.ts';
import type { BlogLine } from './line.ts';
import type { Role } from './resolve.ts';

/**
 * Reads a list: items, steps inside an item, and remarks between two items, which continue the item above.
 *
 * @returns the list and how many lines it took
 */
export function readList(
  source: Source,
  lines: readonly BlogLine[],
  roles: readonly Role[],
  from: number,
): { node: List; count: number } {
  const ordered = roles[from] === 'step';
  const kind = lines[from]?.kind;
  const items: BlockContent[][] = [];
  let steps: ListItem[] = [];
  const close = () => {
    const last = items.at(-1);
    if (last && steps.length > 0) last.push(list(source, true, steps));
    steps = [];
  };

  let at = from;
  for (; at < lines.length; at++) {
    const [line, role, after] = [lines[at], roles[at], roles[at + 1]];
    if (!line) break;
    const range = { start: line.content, end: line.end };
    if (ordered ? role === 'step' : role === 'item' && line.kind === kind) {
      close();
      items.push([paragraph(source, range)]);
    } else if (role === 'step') {
      steps.push(listItem(source, [paragraph(source, range)]));
    } else if (role === 'remark' && steps.length === 0 && after === 'item' && lines[at + 1]?.kind === kind) {
      items.at(-1)?.push(paragraph(source, { start: line.start, end: line.end }));
    } else break;
  }
  close();
  return {
    node: list(
      source,
      ordered,
      items.map((blocks) => listItem(source, blocks)),
    ),
    count: at - from,
  };
}
