import type { BlockContent, Blockquote, DefinitionContent, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { box } from '../box.ts';
import { dropLead, leadOf, linesOf, paragraphOf } from '../lines-of.ts';
import type { MarkdownContext, MarkdownMark } from '../mark.ts';

const CALLOUT = /^\[!([\w-]+)\][+-]?[ \t]*/;

/** `> [!NOTE] 題名`: boxes of GitHub and Obsidian. */
export const callouts: MarkdownMark = {
  shape: (tree, context) => {
    visit(tree, 'blockquote', (quote, index, parent) => {
      const box = toAside(quote, context);
      if (!box || !parent || index === undefined) return undefined;
      (parent.children as RootContent[]).splice(index, 1, box);
      return [SKIP, index];
    });
  },
};

function toAside(quote: Blockquote, { source, marks }: MarkdownContext): ReturnType<typeof box> | undefined {
  const [first, ...others] = quote.children;
  if (first?.type !== 'paragraph') return undefined;
  const [opening = [], ...body] = linesOf(first, source);
  const [lead, name = ''] = CALLOUT.exec(leadOf(opening)) ?? [];
  if (lead === undefined) return undefined;

  const { rest, lead: range } = dropLead(opening, lead.length, source);
  marks.push(range);
  const [words, more] = rest;
  const titled = words?.type === 'text' && more === undefined ? words.position : undefined;
  const lines = titled || rest.length === 0 ? body : [rest, ...body];
  const children: (BlockContent | DefinitionContent)[] = [
    ...lines.map((line) => paragraphOf(line, source)),
    ...others,
  ];
  const title = titled && { start: titled.start.offset ?? 0, end: titled.end.offset ?? 0 };
  return box(children, { type: name, ...(title ? { title } : {}), source, position: quote.position });
}
