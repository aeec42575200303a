import type { BlockContent, List, PhrasingContent, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { dropLead, leadOf, linesOf, paragraphOf } from '../lines-of.ts';
import type { MarkdownContext, MarkdownMark } from '../mark.ts';

/** A dash begins a line of a paragraph only where it stands too far in to be a bullet to Markdown. */
const BULLET = /^(?:[・･•◦▪‣]\s*|[-*+–—]\s+)(?=\S|$)/u;
const STEP = /^(?:[①-⑳⑴-⒇])\s*(?=\S)/u;

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

function toBlocks(lines: readonly PhrasingContent[][], { source, marks }: MarkdownContext): BlockContent[] {
  const blocks: BlockContent[] = [];
  for (const line of lines) {
    const ordered = STEP.test(leadOf(line));
    const bullet = (ordered ? STEP : BULLET).exec(leadOf(line))?.[0];
    const last = blocks.at(-1);
    if (bullet === undefined) {
      blocks.push(paragraphOf(line, source));
      continue;
    }
    const { rest, lead } = dropLead(line, bullet.length, source);
    marks.push(lead);
    const content = paragraphOf(rest, source);
    const item: List['children'][number] = {
      type: 'listItem',
      spread: false,
      children: [content],
      position: content.position,
    };
    if (last?.type === 'list' && last.ordered === ordered) last.children.push(item);
    else {
      const start = ordered ? { start: Number(/\d+/.exec(bullet.normalize('NFKC'))?.[0]) } : {};
      blocks.push({
        type: 'list',
        ordered,
        ...start,
        spread: false,
        children: [item],
        position: content.position,
      });
    }
  }
  return blocks;
}
