import type { BlockContent, Blockquote, DefinitionContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { box } from '../box.ts';
import { dropLead, leadOf, linesOf, paragraphOf } from '../lines-of.ts';
import type { MarkdownContext, MarkdownMark } from '../mark.ts';

const CALLOUT = /^\[!([\w-]+)\][+-]?[ \t]*/;

/** What GitHub took for a box before: `> **Note**` on a line of its own. */
const BOLD = /^(?:note|tip|important|warning|caution)$/i;

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
  const [bold, more] = opening;
  if (bold?.type === 'strong' && !more && BOLD.test(toString(bold))) {
    marks.push({ start: bold.position?.start.offset ?? 0, end: bold.position?.end.offset ?? 0 });
    const blocks = [...body.map((line) => paragraphOf(line, source)), ...others];
    return box(blocks, { type: toString(bold).toLowerCase(), source, position: quote.position });
  }
  const [lead, name = ''] = CALLOUT.exec(leadOf(opening)) ?? [];
  if (lead === undefined) return undefined;

  const { rest, lead: range } = dropLead(opening, lead.length, source);
  marks.push(range);
  const [words, beside] = rest;
  const titled = words?.type === 'text' && beside === undefined ? words.position : undefined;
  const lines = titled || rest.length === 0 ? body : [rest, ...body];
  const children: (BlockContent | DefinitionContent)[] = [
    ...lines.map((line) => paragraphOf(line, source)),
    ...others,
  ];
  const title = titled && { start: titled.start.offset ?? 0, end: titled.end.offset ?? 0 };
  return box(children, { type: name, ...(title ? { title } : {}), source, position: quote.position });
}
