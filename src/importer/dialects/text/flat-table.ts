import type { PhrasingContent, Table } from 'mdast';
import type { Range } from '../dialect.ts';
import { lineBreak } from '../../nodes.ts';
import { cell, row, table } from './build.ts';
import { inline } from './inline.ts';
import { TABBED_SIGN } from './signs.ts';
import { trimRange, type Line, type Source } from './source.ts';

/**
 * How many lines from `from` on are rows of a table that lost everything but its bars: cells apart by ` | `, mostly
 * with a bar at the end. Without that bar, three lines with as many bars each are needed to believe it; two when they are
 * apart by tabs, as a table is that was copied from a page or a spreadsheet, and three columns when by full-width spaces.
 */
export function flatRows(lines: readonly string[], from: number): number {
  const closed = countWhile(lines, from, isClosedRow);
  if (closed > 0) return closed;
  const tabbed = tabbedRows(lines, from);
  if (tabbed > 1) return tabbed;
  const spaced = spacedRows(lines, from);
  if (spaced > 2) return spaced;
  const bars = barsIn(lines[from] ?? '');
  if (bars === 0) return 0;
  const open = countWhile(lines, from, (line) => barsIn(line) === bars);
  return open > 2 ? open : 0;
}

/** A row with its bar at the end: `name | value |`. */
export const isClosedRow = (line: string): boolean => line.trimEnd().endsWith(' |') && barsIn(line) > 1;

const countWhile = (lines: readonly string[], from: number, holds: (line: string) => boolean): number => {
  let at = from;
  while (at < lines.length && holds(lines[at] ?? '')) at++;
  return at - from;
};

/**
 * How many lines from `from` on have as many tabs, behind the same indent. A table whose first column has no name begins
 * with one; nothing else of it is indented.
 */
export function tabbedRows(lines: readonly string[], from: number): number {
  const first = lines[from] ?? '';
  const indent = indentOf(first);
  const below = lines[from + 1] ?? '';
  const corner = CORNER.test(first) && indentOf(below) === '' ? 1 : 0;
  const lead = corner > 0 ? '' : indent;
  const tabs = tabsIn(first.slice(indent.length)) + corner;
  if (tabs < 1 + corner) return 0;
  const isRow = (line: string) => indentOf(line) === lead && tabsIn(line.slice(lead.length)) === tabs;
  return corner + countWhile(lines, from + corner, isRow);
}

const CORNER = /^\t(?=\S)/;

/** How many lines from `from` on have as many cells apart by full-width spaces; the first may begin with some. */
function spacedRows(lines: readonly string[], from: number): number {
  const first = lines[from] ?? '';
  const corner = /^\u3000/.test(first) ? 1 : 0;
  const width = columnsIn(first.trimStart()) + corner;
  if (width < 3) return 0;
  return 1 + countWhile(lines, from + 1, (line) => columnsIn(line) === width);
}

/** Cells of a line that begins with a word; dots between two words are none. */
const columnsIn = (line: string): number =>
  /^[\p{L}\p{N}]/u.test(line) && !/[。…]/u.test(line) ? line.trimEnd().split(/\u3000+/u).length : 0;

/** Tabs between cells; before a line they are an indent, and behind a bullet or a number its distance from the text. */
const tabsIn = (line: string): number =>
  /^\s/.test(line) || ITEM.test(line) ? 0 : line.split('\t').length - 1;

const ITEM = new RegExp(`^(?:${TABBED_SIGN}|[(（]?\\d{1,2}[.)）]|[①-⑳])\\t[^\\t]*$`, 'u');

/** The tabs that all rows of a table stand behind, in a note that is indented by them. */
const indentOf = (line: string): string => /^\t*/.exec(line)?.[0] ?? '';

const barsIn = (line: string): number => line.match(/\s\|(?=\s|$)/g)?.length ?? 0;

/** Bullets that were lines of a cell before the cell became one line. */
const JOINED_BULLET = /\s(?=[・●■◆※]\S)/g;

/**
 * @param lines the rows, without a line between them
 * @returns a table whose header is the first row when that reads as one, else empty (GFM wants a header)
 */
export function flatTable(source: Source, lines: readonly Line[]): Table {
  const indents = lines.map(({ text }) => indentOf(text).length);
  const indent = Math.min(...indents);
  const rows = lines.map(({ start, text }) => cellsOf(start + indent, text.slice(indent)));
  const [first, last] = [lines[0], lines.at(-1)];
  const start = first?.start ?? source.start;
  const body = rows.map((ranges, index) =>
    row(
      source,
      ranges.map((range) => cell(source, cellContent(source, range), range)),
      lines[index] ?? { start, end: start },
    ),
  );
  const nowhere = { start, end: start };
  const width = Math.max(1, ...rows.map((cells) => cells.length));
  const empty = Array.from({ length: width }, () => cell(source, [], nowhere));
  const header = readsAsHeader(source, rows) ? [] : [row(source, empty, nowhere)];
  return table(source, [...header, ...body], { start, end: last?.end ?? start });
}

function cellsOf(start: number, text: string): Range[] {
  const bars = [...text.matchAll(separatorOf(text))].map(({ 0: bar, index }) => ({
    from: index,
    to: index + bar.length,
  }));
  const cells: Range[] = [];
  let at = 0;
  for (const { from, to } of bars) {
    if (from > 0 || /^[\t\u3000]/.test(text)) cells.push({ start: start + at, end: start + from });
    at = to;
  }
  if (text.slice(at).trim() !== '') cells.push({ start: start + at, end: start + text.length });
  return cells;
}

const separatorOf = (text: string): RegExp => {
  if (barsIn(text) > 0) return /(?:^|\s)\|(?=\s|$)/g;
  return text.includes('\t') ? /\t/g : /\u3000+/g;
};

/** Names stand above values: short everywhere, and shorter than what is below them, or without the numbers in it. */
function readsAsHeader(source: Source, rows: readonly Range[][]): boolean {
  const [first, ...rest] = rows.map((cells) =>
    cells.map((range) => source.text.slice(range.start, range.end).trim()),
  );
  if (!first || rest.length === 0 || first.length < 2) return false;
  if (first[0] === '') return true;
  if (!first.every((text) => text !== '' && text.length <= 12 && !/[。、,]/u.test(text))) return false;
  if (!first.some(hasNumber) && rest.every((cells) => cells.some(hasNumber))) return true;
  return rest.some((cells) => cells.slice(1).some((text) => text.length > 12 || /[。、]/u.test(text)));
}

const hasNumber = (text: string): boolean => /\d/.test(text);

function cellContent(source: Source, range: Range): PhrasingContent[] {
  const { start, end } = trimRange(source.text, range);
  const children: PhrasingContent[] = [];
  let at = start;
  for (const { index } of source.text.slice(start, end).matchAll(JOINED_BULLET)) {
    children.push(...inline(source, { start: at, end: start + index }));
    at = start + index + 1;
    children.push(lineBreak(source.position(at - 1, at)));
  }
  return [...children, ...inline(source, { start: at, end })];
}
