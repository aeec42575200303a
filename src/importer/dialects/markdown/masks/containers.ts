import type { BlockContent, DefinitionContent, Nodes, Parents, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Range } from '../../dialect.ts';
import { trimRange, type Source } from '../../text/source.ts';
import { box, label } from '../box.ts';
import type { MarkdownMark, Mask } from '../mark.ts';

/**
 * `:::message alert` … `:::` (Zenn, Docusaurus, Qiita) and `<aside>` … `</aside>` (Notion): boxes whose content is not indented. The parser is shown a
 * rule, `***`, in place of each of the two lines, and what stands between a pair of rules becomes the box.
 */
export const containers: MarkdownMark = {
  mask: ({ lines }) =>
    lines.flatMap(({ text, start, end }): Mask[] => {
      if (!FENCE.test(text) && !TAG.test(text)) return [];
      const indent = text.search(/\S/);
      const by = `${' '.repeat(indent)}***`.padEnd(text.length);
      return [{ start, end, by, consumed: false, begins: start + indent }];
    }),
  shape: (tree, { source, marks }) => {
    visit(tree, (node) => {
      if (!('children' in node) || !node.children.some((child) => fenceAt(child, source))) return;
      (node as { children: RootContent[] }).children = fold(node, source, marks);
    });
  },
};

/** Boxes in boxes; what nests deeper stands beside. */
const DEEPEST = 8;

const FENCE = /^[ \t]*:{3,}[ \t]*(?:([a-z][\w-]*)[ \t]*(.*))?$/i;
const TAG = /^[ \t]*<(\/?)aside>[ \t]*$/i;

/** The words behind `:::` where a node is the rule that stands for such a line; none at the end of a box. */
function fenceAt(node: Nodes, source: Source): { name: string; rest: Range; line: Range } | undefined {
  if (node.type !== 'thematicBreak' || !node.position) return undefined;
  const line = source.lines[node.position.start.line - (source.lines[0]?.number ?? 1)];
  if (!line) return undefined;
  const end = { start: line.end, end: line.end };
  const slash = TAG.exec(line.text)?.[1];
  if (slash !== undefined) return { name: slash === '' ? 'note' : '', rest: end, line };
  const [, name = '', rest = ''] = FENCE.exec(line.text) ?? [];
  if (!line.text.includes(':::')) return undefined;
  return { name, rest: trimRange(source.text, { start: line.end - rest.length, end: line.end }), line };
}

function fold(parent: Parents, source: Source, marks: Range[]): RootContent[] {
  const open: {
    aside: ReturnType<typeof box>;
    children: RootContent[];
    siblings: RootContent[];
    title?: Range;
  }[] = [];
  const result: RootContent[] = [];
  for (const child of parent.children as RootContent[]) {
    const fence = fenceAt(child, source);
    const siblings = open.at(-1)?.children ?? result;
    if (!fence) siblings.push(child);
    else if (fence.name === '') {
      marks.push(fence.line);
      const closed = open.pop();
      closed?.aside.children.push(...(closed.children as (BlockContent | DefinitionContent)[]));
    } else {
      const { type, title } = describe(fence, source);
      if (title)
        marks.push({ start: fence.line.start, end: title.start }, { start: title.end, end: fence.line.end });
      else marks.push(fence.line);
      const aside = box([], { type, ...(title ? { title } : {}), source, position: child.position });
      siblings.push(aside as RootContent);
      if (open.length < DEEPEST) open.push({ aside, children: [], siblings, ...(title ? { title } : {}) });
    }
  }
  // A box without an end is no box: what follows it must not vanish into it. Its title stays.
  for (const { aside, children, siblings, title } of open.toReversed()) {
    const words = title ? [label(title, source)] : [];
    siblings.splice(siblings.indexOf(aside as RootContent), 1, ...words, ...children);
  }
  return result;
}

/** `:::message alert`, `:::details 題名`, `:::note[題名]`, `:::tip 題名`. */
function describe(
  { name, rest }: { name: string; rest: Range },
  source: Source,
): { type: string; title?: Range } {
  const words = source.text.slice(rest.start, rest.end);
  const bracket = /^\[(.*)\]/.exec(words);
  if (bracket?.[1])
    return { type: name, title: { start: rest.start + 1, end: rest.start + 1 + bracket[1].length } };
  if (name === 'message' || name === 'note') {
    if (/^(?:|alert|info|warn|warning)$/.test(words)) return { type: words === '' ? name : words };
  }
  return words === '' || words.startsWith('{') ? { type: name } : { type: name, title: rest };
}
