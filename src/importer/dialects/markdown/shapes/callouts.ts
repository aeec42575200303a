import type { BlockContent, Blockquote, DefinitionContent, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { aside } from '../../../nodes.ts';
import { asideTypeOf } from '../aside-types.ts';
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

function toAside(
  quote: Blockquote,
  { source, marks }: MarkdownContext,
): ReturnType<typeof aside> | undefined {
  const [first, ...others] = quote.children;
  if (first?.type !== 'paragraph') return undefined;
  const [opening = [], ...body] = linesOf(first, source);
  const [lead, name = ''] = CALLOUT.exec(leadOf(opening)) ?? [];
  if (lead === undefined) return undefined;

  const { rest, lead: range } = dropLead(opening, lead.length, source);
  marks.push(range);
  const title =
    rest.length === 1 && rest[0]?.type === 'text' && rest[0].value.length <= 60 ? rest[0].value.trim() : '';
  const lines = title === '' && rest.length > 0 ? [rest, ...body] : body;
  const children: (BlockContent | DefinitionContent)[] = [
    ...lines.map((line) => paragraphOf(line, source)),
    ...others,
  ];
  return aside(children, {
    type: asideTypeOf(name),
    ...(title === '' ? {} : { title }),
    position: quote.position,
  });
}
