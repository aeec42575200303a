import { visit } from 'unist-util-visit';
import type { Line } from '../../text/source.ts';
import { SECTION_NUMBER } from '../../text/section-number.ts';
import type { MarkdownMark, Mask } from '../mark.ts';

/** `## 09-02. CloudWatch`, `#### ▼ 概要`: a number or an ornament before the words of a heading. */
const DECORATED = new RegExp(
  String.raw`^([ \t>]*#{1,6}[ \t]+)((?:[▼▽▶►●■□◆◇○◎★☆✅]\s*)?(?:${SECTION_NUMBER.source})?)(?=\S)`,
  'u',
);

const decorationOf = ({ text, start }: Line): (Mask & { number: string | undefined }) | undefined => {
  const [, lead = '', decoration = '', signed, bare] = DECORATED.exec(text) ?? [];
  if (decoration === '') return undefined;
  const from = start + lead.length;
  return { start: from, end: from + decoration.length, consumed: true, number: signed ?? bare };
};

/** Takes ornaments and numbers off headings; the number stays as `data.number`. */
export const headingDecorations: MarkdownMark = {
  mask: ({ lines }) => lines.flatMap((line) => decorationOf(line) ?? []),
  shape: (tree, { source }) => {
    const first = source.lines[0]?.number ?? 1;
    visit(tree, 'heading', (node) => {
      const line = source.lines[(node.position?.start.line ?? first) - first];
      const number = line && decorationOf(line)?.number;
      if (number !== undefined) node.data = { ...node.data, number } as typeof node.data;
    });
  },
};
