import type { Nodes, Parents } from 'mdast';
import { code } from '../../text/build.ts';
import { codeRuns, isSurelyCode, PROMPT } from '../../text/code-lines.ts';
import { flatTable, tabbedRows } from '../../text/flat-table.ts';
import type { Line, Source } from '../../text/source.ts';
import type { MarkdownMark, Mask } from '../mark.ts';

/**
 * Code without fences and tables whose cells only tabs part, as they come out of a terminal, an editor or a spreadsheet.
 * Markdown would join their lines. The parser is shown blank lines; the blocks are put back where they stood.
 */
export const bareBlocks: MarkdownMark = {
  mask: ({ lines }) => {
    const texts = lines.map(({ text }) => text);
    const begins = beginnings(texts);
    const masks: Mask[] = [];
    const add = (bare: Mask['bare'], at: number, count: number): void => {
      const [first, last] = [lines[at], lines[at + count - 1]];
      if (first && last) masks.push({ start: first.start, end: last.end, consumed: false, bare });
    };
    for (const [at, count] of codeRuns(texts, (line) => begins[line] === true, endsCode(texts)))
      if (isSurelyCode(texts.slice(at, at + count))) add('code', at, count);
    for (let at = 0; at < texts.length;) {
      const count = begins[at] === true || /^\t\S/.test(texts[at] ?? '') ? tabbedRows(texts, at) : 0;
      if (count > 1) add('table', at, count);
      at += Math.max(1, count);
    }
    return masks;
  },
  shape: (tree, { source, masks }) => {
    const first = source.lines[0]?.number ?? 1;
    for (const { bare, start, end } of masks) {
      if (!bare) continue;
      const from = source.point(start).line - first;
      const lines = source.lines.slice(from, source.point(end).line - first + 1);
      const isLazy = from > 0 && source.lines[from - 1]?.text.trim() !== '';
      insert(tree, bare === 'table' ? flatTable(source, lines) : codeOf(source, lines), isLazy);
    }
  },
};

/** What Markdown has a meaning for. */
const MARK =
  /^\s*(?:#{1,6}\s|\*\*|```|~~~|[-*+]\s|\d+[.)]\s|\||>|!\[|:{3}|!!!|\?\?\?|===|\[\^?[^\]]+\]:|\[[^\]]+\]\(|<)/;

/** Whether each line may begin a block: plain text, and not in code that is indented by four spaces. */
function beginnings(texts: readonly string[]): boolean[] {
  let indent = 0;
  return texts.map((text, at) => {
    if (text.trim() === '') return false;
    if (at === 0 || texts[at - 1]?.trim() === '') indent = indentOf(text);
    return indent < 4 && !MARK.test(text);
  });
}

const indentOf = (text: string): number => /^ */.exec(text.replaceAll('\t', '    '))?.[0].length ?? 0;

/** A sentence behind a blank line and a mark of Markdown end code, except for what is surely a comment, or an item of YAML. */
const endsCode =
  (texts: readonly string[]) =>
  (at: number, isSession: boolean): boolean => {
    const [before = '', line = '', after = ''] = [texts[at - 1], texts[at], texts[at + 1]];
    const isInside = before.trim() !== '';
    if (!MARK.test(line)) return !isInside && (/^\S.*[.!?]$/.test(line) || isBelowLabel(texts, at));
    if (/^\s*#\s/.test(line)) {
      const isLast = !/^\s/.test(line) && after.trim() === '';
      return !isInside || (isLast && !(isSession && isBetweenCommands(texts[at + 2])));
    }
    return !(isInside && /^\s+-\s/.test(line) && /^\s*(?:- |(?:- )?["']?[\w.:/-]+["']?:)/.test(before));
  };

/** Whether what was noted down at the end of commands is followed by the next ones, and by no text that it could head. */
const isBetweenCommands = (next: string | undefined): boolean =>
  next === undefined || next.trim() === '' || PROMPT.test(next) || /^#{2,6}\s.*\s#+$/.test(next);

/** Code that Markdown marks by its indent, below a label. */
const isBelowLabel = (texts: readonly string[], at: number): boolean =>
  /^(?: {4}|\t)/.test(texts[at] ?? '') && /^[\w .-]+:$/.test(texts[at - 2] ?? '');

function codeOf(source: Source, lines: readonly Line[]): ReturnType<typeof code> {
  const indents = lines.flatMap(({ text }) =>
    text.trim() === '' ? [] : [/^\s*/.exec(text)?.[0].length ?? 0],
  );
  const indent = Math.min(...indents);
  const value = lines.map(({ text }) => text.slice(indent)).join('\n');
  const [first, last] = [lines[0], lines.at(-1)];
  return code(source, value, { start: (first?.start ?? 0) + indent, end: last?.end ?? 0 });
}

/**
 * Puts a block behind what stands before it; into the last item of a list, when it is as far in as the text of the item
 * or goes on right below it.
 */
function insert(parent: Parents, node: Nodes, isLazy: boolean): void {
  const place = node.position?.start;
  const children = parent.children as Nodes[];
  const at = countBefore(children, place?.offset ?? 0);
  const host = children[at - 1];
  const item =
    host?.type === 'list' ? host.children[countBefore(host.children, place?.offset ?? 0) - 1] : undefined;
  const [words] = item?.children ?? [];
  const isIn = (place?.column ?? 1) >= (words?.position?.start.column ?? Infinity);
  const goesOn = isLazy && (item?.position?.end.line ?? 0) + 1 >= (place?.line ?? 0);
  if (item && (isIn || goesOn)) insert(item, node, isLazy);
  else children.splice(at, 0, node);
}

/** How many of some nodes, which stand in the order of the text, begin before an offset. */
function countBefore(nodes: readonly Nodes[], offset: number): number {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.position?.start.offset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
