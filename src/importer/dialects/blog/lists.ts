import type { BlockContent, List, ListItem } from 'mdast';
import { list, listItem, paragraph } from '../text/build.ts';
import type { Source } from '../text/source.ts';
import type { BlogLine } from './line.ts';
import type { Role } from './resolve.ts';

/** Deeper than this nobody writes; a note that does is flattened rather than followed. */
const DEEPEST = 12;

/**
 * Reads a list: items, what is indented below them, steps inside an item, and remarks between two items, which continue
 * the item above.
 *
 * @returns the list and how many lines it took
 */
export function readList(
  source: Source,
  lines: readonly BlogLine[],
  roles: readonly Role[],
  from: number,
  depth = 0,
): { node: List; count: number } {
  const ordered = roles[from] === 'step';
  const { kind, indent = 0, mark = '' } = lines[from] ?? {};
  const items: BlockContent[][] = [];
  let steps: ListItem[] = [];
  let firstStep = 1;
  const close = () => {
    const last = items.at(-1);
    if (last && steps.length > 0) last.push(list(source, true, steps, firstStep));
    steps = [];
  };

  let at = from;
  for (; at < lines.length; at++) {
    const [line, role, after] = [lines[at], roles[at], roles[at + 1]];
    if (!line || (depth > 0 && line.indent < indent)) break;
    const range = { start: line.content, end: line.end };
    const isBelow = items.length > 0 && line.indent > indent && depth < DEEPEST;
    if (isBelow && (role === 'item' || role === 'step')) {
      close();
      const inner = readList(source, lines, roles, at, depth + 1);
      items.at(-1)?.push(inner.node);
      at += inner.count - 1;
    } else if (isBelow && role === 'text') {
      close();
      items.at(-1)?.push(paragraph(source, range));
    } else if (ordered ? role === 'step' : role === 'item' && line.kind === kind) {
      close();
      items.push([paragraph(source, range)]);
    } else if (role === 'step') {
      if (steps.length === 0) firstStep = numberOf(line.mark);
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
      ordered ? numberOf(mark) : 1,
    ),
    count: at - from,
  };
}

/** `②` and `(2)` go on where a list was left. */
const numberOf = (mark: string): number => Number(/\d+/.exec(mark.normalize('NFKC'))?.[0] ?? 1);
