import type { List, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { dropLead, leadOf, linesOf, paragraphOf } from '../lines-of.ts';
import type { MarkdownContext, MarkdownMark } from '../mark.ts';

const DEFINITION = /^:[ \t]+(?=\S)/;

/** A term with `:   意味` on the lines below it. It becomes an item with the term in bold. */
export const definitionLists: MarkdownMark = {
  shape: (tree, context) => {
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const item = toItem(paragraph, context);
      if (!item) return undefined;
      const siblings = parent.children as RootContent[];
      const before = siblings[index - 1];
      const list: List = {
        type: 'list',
        ordered: false,
        spread: false,
        children: [item],
        position: item.position,
      };
      if (before?.type !== 'list' || before.ordered) siblings.splice(index, 1, list);
      else {
        before.children.push(item);
        siblings.splice(index, 1);
      }
      return [SKIP, index + 1];
    });
  },
};

function toItem(paragraph: Paragraph, { source }: MarkdownContext): List['children'][number] | undefined {
  const [term, ...lines] = linesOf(paragraph, source);
  const definitions = joinIndented(lines);
  if (!term || definitions.length === 0 || DEFINITION.test(leadOf(term))) return undefined;
  if (!definitions.every((line) => DEFINITION.test(leadOf(line)))) return undefined;
  const { position } = paragraphOf(term, source);
  const meanings = definitions.flatMap((line): PhrasingContent[] => {
    const { rest } = dropLead(line, DEFINITION.exec(leadOf(line))?.[0].length ?? 0, source);
    return [{ type: 'break', position: rest[0]?.position }, ...rest];
  });
  const children: PhrasingContent[] = [{ type: 'strong', children: term, position }, ...meanings];
  return {
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children, position: paragraph.position }],
    position: paragraph.position,
  };
}

/** Lines with those below that go on further in. */
function joinIndented(lines: readonly PhrasingContent[][]): PhrasingContent[][] {
  const joined: PhrasingContent[][] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    const start = line[0]?.position?.start;
    if (above && (start?.column ?? 1) > 1 && !DEFINITION.test(leadOf(line)))
      above.push({ type: 'text', value: '\n', position: start && { start, end: start } }, ...line);
    else joined.push([...line]);
  }
  return joined;
}
