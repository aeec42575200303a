import type { BlockContent, DefinitionContent, ListItem, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Source } from '../../text/source.ts';
import { box, label } from '../box.ts';
import type { MarkdownContext, MarkdownMark, Mask } from '../mark.ts';

/**
 * Blocks of MkDocs: `!!! note "題名"`, `??? tip` and the tabs `=== "題名"`, with four spaces before each line of their
 * content.
 *
 * The parser is shown `+   #` instead: an item whose content begins four columns in, and in it a heading, which no
 * following line can continue. So the content is parsed as what it is, with code and lists, and stays in its place.
 */
export const admonitions: MarkdownMark = {
  mask: ({ lines }) =>
    lines.flatMap(({ text, start, end }): Mask[] => {
      const opening = OPENING.exec(text);
      if (!opening) return [];
      const indent = opening[1]?.length ?? 0;
      const by = `${' '.repeat(indent)}+   #`.padEnd(text.length);
      return [{ start, end, by, consumed: false, begins: start + indent }];
    }),
  shape: (tree, context) => {
    visit(tree, 'list', (list, index, parent) => {
      if (!parent || index === undefined || !list.children.some((item) => openingOf(item, context.source)))
        return;
      const blocks = list.children.flatMap(
        (item): BlockContent[] => toBlocks(item, context) ?? [{ ...list, children: [item] }],
      );
      (parent.children as RootContent[]).splice(index, 1, ...blocks);
      return index;
    });
  },
};

const OPENING = /^([ \t]*)(!!!|\?\?\?\+?|===[!+]?)[ \t]+(?:([\w-]+(?: [\w-]+)*)[ \t]*)?(?:"([^"]*)")?[ \t]*$/;

interface Opening {
  readonly kind: string;
  readonly type: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

function openingOf(item: ListItem, { text, lines }: Source): Opening | undefined {
  const at = item.position?.start;
  const line = at && lines[at.line - (lines[0]?.number ?? 1)];
  if (at?.offset === undefined || !line || !/^(?:!!!|\?\?\?|===)/.test(text.slice(at.offset, at.offset + 3)))
    return undefined;
  const [, , kind = '', type = '', title = ''] = OPENING.exec(line.text) ?? [];
  return { kind, type, title, start: line.start, end: line.end };
}

/** The block that an opening stands for, or undefined for an item of a real list. */
function toBlocks(item: ListItem, { source, marks }: MarkdownContext): BlockContent[] | undefined {
  const opening = openingOf(item, source);
  if (!opening) return undefined;
  const { kind, type, title, start, end } = opening;
  const children: (BlockContent | DefinitionContent)[] = item.children.slice(1);
  const at = start + source.text.slice(start, end).indexOf(`"${title}"`) + 1;
  const words = { start: at, end: at + title.length };
  if (title === '') marks.push({ start, end });
  else marks.push({ start, end: words.start }, { start: words.end, end });
  if (!kind.startsWith('==='))
    return [
      box(children, { type, ...(title === '' ? {} : { title: words }), source, position: item.position }),
    ];
  return [...(title === '' ? [] : [label(words, source)]), ...(children as BlockContent[])];
}
