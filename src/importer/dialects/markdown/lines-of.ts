import type { Paragraph, PhrasingContent, Text } from 'mdast';
import type { Source } from '../text/source.ts';

/** The lines of a paragraph: its content cut at line feeds and hard breaks. Nodes keep their places. */
export function linesOf(paragraph: Paragraph, source: Source): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of paragraph.children) {
    if (child.type === 'break') lines.push([]);
    else if (child.type !== 'text' || !child.value.includes('\n')) lines.at(-1)?.push(child);
    else {
      for (const [index, piece] of cutAtLines(child, source).entries()) {
        if (index > 0) lines.push([]);
        if (piece.value !== '') lines.at(-1)?.push(piece);
      }
    }
  }
  return lines.filter((line) => line.length > 0);
}

/** A text per line. The indent or quote mark before a line is not part of its text. */
function cutAtLines(node: Text, source: Source): Text[] {
  let offset = node.position?.start.offset ?? 0;
  return node.value.split('\n').map((value, index) => {
    if (index > 0) {
      offset = source.text.indexOf('\n', offset) + 1;
      while (' \t>'.includes(source.text.charAt(offset)) && source.text.charAt(offset) !== value.charAt(0))
        offset++;
    }
    const feed = source.text.indexOf('\n', offset);
    const last = node.position?.end.offset ?? offset;
    let end = feed < 0 ? last : Math.min(feed, last);
    while (
      end > offset &&
      ' \t'.includes(source.text.charAt(end - 1)) &&
      !value.endsWith(source.text.charAt(end - 1))
    )
      end--;
    return { type: 'text', value, position: source.position(offset, Math.max(offset, end)) };
  });
}

/** The text that a line begins with; empty when it begins with something else. */
export const leadOf = (line: readonly PhrasingContent[]): string =>
  line[0]?.type === 'text' ? line[0].value : '';

/** A line without the first characters of its text, and the place of those. */
export function dropLead(
  line: readonly PhrasingContent[],
  length: number,
  source: Source,
): { rest: PhrasingContent[]; lead: { start: number; end: number } } {
  const [first, ...others] = line;
  const start = first?.position?.start.offset ?? 0;
  if (first?.type !== 'text') return { rest: [...line], lead: { start, end: start } };
  const value = first.value.slice(length);
  const end = first.position?.end.offset ?? start;
  const rest: Text = { type: 'text', value, position: source.position(start + length, end) };
  return { rest: value === '' ? others : [rest, ...others], lead: { start, end: start + length } };
}

/** A paragraph of these nodes. */
export const paragraphOf = (children: PhrasingContent[], source: Source): Paragraph => {
  const start = children[0]?.position?.start.offset ?? 0;
  return {
    type: 'paragraph',
    children,
    position: source.position(start, children.at(-1)?.position?.end.offset ?? start),
  };
};
