import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';

/** Columns whose longest cell is at most this many characters never need to wrap; the next width holds a sentence. */
const NARROW = 8;
const MEDIUM = 24;

/** Least widths of columns in `em`, as the style sheet has them, and the room for a table on a phone. */
const LEAST = { s: 6.5, m: 10, l: 16 } as const;
const PHONE = 24;

/** Code up to this length is kept on one line. */
const LONG = 16;

/**
 * Makes tables readable on a phone: each scrolls inside a box of its own that the keyboard can reach, and each column
 * gets a least width after its longest cell, so that Japanese is never squeezed to three characters a line. A table of
 * sentences, whose rows would have to be read by scrolling to and fro, becomes a list of cards there. A corner that
 * names nothing is no heading.
 * Alignment becomes a class, since the site's policy allows no style attribute.
 */
export function finishTables(tree: Root): void {
  visit(tree, 'element', (table, index, parent) => {
    if (table.tagName !== 'table' || !parent || index === undefined) return undefined;
    const rows = elements(table).flatMap(elements);
    const headings = (rows[0] ? elements(rows[0]) : []).map((cell) => toString(cell).trim());
    const widths = columnWidths(rows);
    const namesRows = headings.length > 1 && widths[0] !== 'l';
    const cards = fallsIntoCards(widths);
    for (const row of rows) {
      elements(row).forEach((cell, column) => {
        const align = cell.properties['align'];
        delete cell.properties['align'];
        const width = widths[column] ?? 'm';
        cell.properties['className'] = [
          ...(row === rows[0] ? [`w-${width}`] : []),
          ...(typeof align === 'string' ? [`align-${align}`] : []),
        ];
        if (cell.properties['className'].length === 0) delete cell.properties['className'];
        breakIdentifiers(cell);
        if (cards && column > 0 && row !== rows[0] && headings[column])
          cell.properties['dataLabel'] = headings[column];
        if (cell.tagName === 'th' && headings[column] === '') cell.tagName = 'td';
        else if (cell.tagName === 'th') cell.properties['scope'] = 'col';
        else if (column === 0 && namesRows) Object.assign(cell, rowHeading(cell));
      });
    }
    const label = `表: ${headings.filter(Boolean).join('、')}`;
    const className = cards ? ['table', 'cards'] : ['table'];
    // A group and not a region: a page would have dozens of landmarks.
    parent.children[index] = h('div', { className, role: 'group', ariaLabel: label, tabIndex: 0 }, [table]);
    return SKIP;
  });
}

/** Lets long identifiers in code break at their joints: after a separator, before a hump (`Update|Replace|Policy`). */
function breakIdentifiers(cell: Element): void {
  visit(cell, 'element', (node) => {
    const [text] = node.children;
    if (node.tagName !== 'code' || text?.type !== 'text' || text.value.length <= LONG) return;
    const pieces = text.value.split(/(?<=[._/:-])(?=\w)|(?<=[a-z0-9])(?=[A-Z])/);
    node.children = pieces.flatMap((value, i): ElementContent[] => [
      ...(i > 0 ? [h('wbr')] : []),
      { type: 'text', value },
    ]);
  });
}

/** The first cell of a row, when it is short, is the row's name. */
const rowHeading = (cell: Element): Partial<Element> => ({
  tagName: 'th',
  properties: { ...cell.properties, scope: 'row' },
});

/** Three columns or more that a phone has no room for; a grid of short marks stays a grid, and scrolls. */
const fallsIntoCards = (widths: readonly Width[]): boolean =>
  widths.length > 2 &&
  widths.slice(1).some((width) => width !== 's') &&
  widths.reduce((sum, width) => sum + LEAST[width], 0) > PHONE;

type Width = keyof typeof LEAST;

function columnWidths(rows: readonly Element[]): Width[] {
  const longest: number[] = [];
  for (const row of rows)
    elements(row).forEach((cell, column) => {
      longest[column] = Math.max(longest[column] ?? 0, displayWidth(toString(cell)));
    });
  return longest.map((length) => (length <= NARROW ? 's' : length <= MEDIUM ? 'm' : 'l'));
}

/** The width of text in full-width characters: Latin letters take half of one. */
const displayWidth = (text: string): number =>
  Array.from(text).reduce((sum, c) => sum + (/[\u0020-\u007e\uff61-\uff9f]/.test(c) ? 0.5 : 1), 0);

const elements = (node: Element): Element[] => node.children.filter((c) => c.type === 'element');
