import type { BlockContent, List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { indentsBySigns } from '../../text/signs.ts';
import { dropLead, leadOf, linesOf, paragraphOf } from '../lines-of.ts';
import type { MarkdownContext, MarkdownMark } from '../mark.ts';

/** A dash begins a line of a paragraph only where it stands too far in to be a bullet to Markdown. */
const BULLET = /^\u3000*(?:[・･•◦▪‣]\s*|[-*+–—]\s+)(?=\S|$)/u;
const STEP = /^\u3000*(?:[①-⑳⑴-⒇])\s*(?=\S)/u;

/** Deeper than this nobody writes; a note that does is flattened rather than followed. */
const DEEPEST = 12;

/** Lines of a paragraph that begin with `・` or `①`: a list to the reader, though not to Markdown. */
export const pseudoLists: MarkdownMark = {
  shape: (tree, context) => {
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const lines = linesOf(paragraph, context.source);
      if (!lines.some((line) => isItem(line)) || lines.length + countItems(lines) < 3) return undefined;
      const blocks = toBlocks(lines, context);
      (parent.children as RootContent[]).splice(index, 1, ...blocks);
      return [SKIP, index + blocks.length];
    });
  },
};

const isItem = (line: readonly PhrasingContent[]): boolean =>
  BULLET.test(leadOf(line)) || STEP.test(leadOf(line));

const countItems = (lines: readonly PhrasingContent[][]): number => lines.filter(isItem).length;

/** How far in a line stands: its column, and the full-width spaces that it begins with. */
const indentOf = (line: readonly PhrasingContent[]): number =>
  (line[0]?.position?.start.column ?? 1) + (/^\u3000*/.exec(leadOf(line))?.[0].length ?? 0);

/** Items stand below the last line that is less far in; so does other text, which ends the list at the margin. */
function toBlocks(lines: readonly PhrasingContent[][], { source, marks }: MarkdownContext): BlockContent[] {
  const blocks: BlockContent[] = [];
  let open: { indent: number; children: BlockContent[] }[] = [];
  const indents = indentsBySigns(
    lines.map((line) => ({ indent: indentOf(line), sign: BULLET.exec(leadOf(line))?.[0].trim() })),
  );
  for (const [at, line] of lines.entries()) {
    const indent = indents[at] ?? 0;
    open = open.filter((level) => level.indent < indent).slice(0, DEEPEST);
    const siblings = open.at(-1)?.children ?? blocks;
    const ordered = STEP.test(leadOf(line));
    const bullet = (ordered ? STEP : BULLET).exec(leadOf(line))?.[0];
    if (bullet === undefined) {
      siblings.push(paragraphOf(line, source));
      continue;
    }
    const { rest, lead } = dropLead(line, bullet.length, source);
    marks.push(lead);
    const content = paragraphOf(rest, source);
    const { position } = content;
    const item: ListItem = { type: 'listItem', spread: false, children: [content], position };
    const last = siblings.at(-1);
    if (last?.type === 'list' && last.ordered === ordered) last.children.push(item);
    else siblings.push(listOf(item, ordered ? Number(/\d+/.exec(bullet.normalize('NFKC'))?.[0]) : undefined));
    open.push({ indent, children: item.children as BlockContent[] });
  }
  return blocks;
}

const listOf = (item: ListItem, start: number | undefined): List => ({
  type: 'list',
  ordered: start !== undefined,
  ...(start !== undefined && { start }),
  spread: false,
  children: [item],
  position: item.position,
});
