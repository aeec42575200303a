import type { Heading } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Source } from '../../text/source.ts';
import type { MarkdownMark } from '../mark.ts';
import { demoteHeadings, headingsOf } from '../shapes/title-levels.ts';

/**
 * Front matter in YAML or TOML. It is metadata of a generator and is dropped; only the title is kept, as the heading
 * of a note that has none.
 */
export const frontMatter: MarkdownMark = {
  mask: (source) => {
    const last = lastLineOf(source);
    if (last === undefined) return [];
    return [{ start: source.start, end: source.lines[last]?.end ?? 0, consumed: false, dropped: 'metadata' }];
  },
  shape: (tree, { source, vocabulary, dropped }) => {
    const title = headingsOf(tree).some(({ depth }) => depth === 1) ? undefined : titleOf(source);
    if (!title) return;
    tree.children.unshift(title);
    if (vocabulary.serviceOf(toString(title)) !== undefined) demoteHeadings(tree);
    const index = dropped.findIndex(({ start }) => start === source.start);
    const { start = 0, end = 0 } = dropped[index] ?? {};
    dropped.splice(
      index,
      1,
      { start, end: title.position?.start.offset ?? end, reason: 'metadata' },
      { start: title.position?.end.offset ?? end, end, reason: 'metadata' },
    );
  },
};

const FENCES = ['---', '+++'];

function lastLineOf({ lines }: Source): number | undefined {
  const [first] = lines;
  const fence = first?.text.trimEnd() ?? '';
  if (first?.number !== 1 || !FENCES.includes(fence)) return undefined;
  const last = lines.findIndex(({ text }, index) => index > 0 && text.trimEnd() === fence);
  return last > 0 ? last : undefined;
}

/** The title with or without quotes; a comment may follow, as in the template of Zenn. */
const TITLE = /^title\s*[:=]\s*(?:(["'])(.*?)\1|([^"'#\s].*?))\s*(?:\s#.*)?$/;

function titleOf(source: Source): Heading | undefined {
  for (const { text, start } of source.lines.slice(1, lastLineOf(source) ?? 0)) {
    const found = TITLE.exec(text);
    const value = (found?.[2] ?? found?.[3])?.trim();
    if (!value) continue;
    const at = start + text.indexOf(value, text.search(/[:=]/));
    const position = source.position(at, at + value.length);
    return { type: 'heading', depth: 1, children: [{ type: 'text', value, position }], position };
  }
  return undefined;
}
