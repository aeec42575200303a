import type { BlockContent } from 'mdast';
import { aside } from '../../nodes.ts';
import { paragraph } from '../text/build.ts';
import { isHead } from '../text/sentence.ts';
import type { Source } from '../text/source.ts';
import type { BlogLine } from './line.ts';
import type { Role } from './resolve.ts';

/**
 * ※ and ★ set a remark apart. Remarks in a row are one; a name behind ※ with a sentence below it is a term and what it
 * means.
 *
 * @returns the aside and how many lines it took
 */
export function readRemark(
  source: Source,
  lines: readonly BlogLine[],
  roles: readonly Role[],
  from: number,
): { node: ReturnType<typeof aside>; count: number } {
  const first = lines[from];
  const body = lines[from + 1];
  const position = (last: BlogLine | undefined) => source.position(first?.start ?? 0, last?.end ?? 0);
  const content = (line: BlogLine) => paragraph(source, { start: line.content, end: line.end });

  if (
    first?.kind === 'note' &&
    isTerm(first.text) &&
    body &&
    roles[from + 1] === 'text' &&
    !isHead(body.text)
  )
    return { node: aside([content(body)], { title: first.text, position: position(body) }), count: 2 };

  const blocks: BlockContent[] = [];
  let at = from;
  while (at < lines.length && roles[at] === 'remark' && lines[at]?.kind === first?.kind) {
    const line = lines[at];
    if (line) blocks.push(content(line));
    at++;
  }
  const type = first?.kind === 'star' ? 'tip' : 'note';
  return { node: aside(blocks, { type, position: position(lines[at - 1]) }), count: at - from };
}

/** 「※SAM:サーバーレス…」 already says what the term means. */
const isTerm = (text: string): boolean => isHead(text) && !/[:：(（]/.test(text);
