import type { Nodes, Paragraph, PhrasingContent, RootContent, Table, TableCell, TableRow } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { MarkdownContext, MarkdownMark } from '../mark.ts';

const TABLE_TAG = /^<\/?(table|thead|tbody|tfoot|tr|td|th|colgroup|col|caption)\b/i;

/** `<table>` in a paragraph of its own: rows and cells become a table, whatever is in the cells stays. */
export const htmlTables: MarkdownMark = {
  shape: (tree, context) => {
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      if (!parent || index === undefined || tagOf(paragraph.children[0]) !== 'table') return undefined;
      (parent.children as RootContent[]).splice(index, 1, ...toBlocks(paragraph, context));
      return [SKIP, index + 1];
    });
  },
};

const tagOf = (node: Nodes | undefined): string | undefined =>
  node?.type === 'html' ? TABLE_TAG.exec(node.value)?.[1]?.toLowerCase() : undefined;

function toBlocks(paragraph: Paragraph, { marks, source }: MarkdownContext): (Table | Paragraph)[] {
  const rows: TableRow[] = [];
  const outside: PhrasingContent[] = [];
  let cell: TableCell | undefined;
  for (const child of paragraph.children) {
    const tag = tagOf(child);
    const { position } = child;
    if (tag === undefined) (cell?.children ?? outside).push(child);
    else {
      marks.push({ start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 });
      const opens = child.type === 'html' && !child.value.startsWith('</');
      cell = undefined;
      if (opens && tag === 'tr') rows.push({ type: 'tableRow', children: [], position });
      if (opens && (tag === 'td' || tag === 'th')) {
        cell = { type: 'tableCell', children: [], position };
        if (rows.length === 0) rows.push({ type: 'tableRow', children: [], position });
        rows.at(-1)?.children.push(cell);
      }
    }
  }
  const words = outside.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  const before: Paragraph[] = words.length > 0 ? [{ ...paragraph, children: words }] : [];
  if (rows.length === 0) return before;
  if (!isHeader(paragraph, rows)) {
    const start = source.position(
      paragraph.position?.start.offset ?? 0,
      paragraph.position?.start.offset ?? 0,
    );
    const width = Math.max(...rows.map(({ children }) => children.length));
    const empty = Array.from({ length: width }, (): TableCell => ({
      type: 'tableCell',
      children: [],
      position: start,
    }));
    rows.unshift({ type: 'tableRow', children: empty, position: start });
  }
  return [...before, { type: 'table', align: [], children: rows, position: paragraph.position }];
}

/** The first row is a header when it is written with `<th>`. */
const isHeader = ({ children }: Paragraph, rows: readonly TableRow[]): boolean => {
  const headers = children.filter(
    (node) => tagOf(node) === 'th' && node.type === 'html' && !node.value.startsWith('</'),
  );
  return headers.length >= (rows[0]?.children.length ?? 0);
};
