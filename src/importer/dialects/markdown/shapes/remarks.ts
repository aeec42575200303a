import type { Paragraph, PhrasingContent } from 'mdast';
import { aside } from '../../../nodes.ts';
import { dropLead, leadOf, linesOf, paragraphOf } from '../lines-of.ts';
import type { MarkdownContext, MarkdownMark } from '../mark.ts';

const REMARK = /^※[ \t\u3000]*(?=\S)/u;

/** A paragraph that begins with ※ stands beside the text. Each line with a mark of its own is a remark. */
export const remarks: MarkdownMark = {
  shape: (tree, context) => {
    tree.children = tree.children.map((node) =>
      node.type === 'paragraph' && REMARK.test(leadOf(node.children)) ? toAside(node, context) : node,
    );
  },
};

function toAside(paragraph: Paragraph, { source, marks }: MarkdownContext): ReturnType<typeof aside> {
  const found: PhrasingContent[][] = [];
  for (const line of linesOf(paragraph, source)) {
    const mark = REMARK.exec(leadOf(line))?.[0];
    if (mark === undefined) found.at(-1)?.push({ type: 'break', position: line[0]?.position }, ...line);
    else {
      const { rest, lead } = dropLead(line, mark.length, source);
      marks.push(lead);
      found.push(rest);
    }
  }
  return aside(
    found.map((line) => paragraphOf(line, source)),
    { position: paragraph.position },
  );
}
