import type { Root, RootContent } from 'mdast';
import { todo } from '../../nodes.ts';
import type { Dialect, Dropped, NotePart, ParsedPart, Range, Vocabulary } from '../dialect.ts';
import { heading, list, listItem, paragraph, paragraphOf, strong } from '../text/build.ts';
import { flatRows, flatTable, isClosedRow } from '../text/flat-table.ts';
import { inline } from '../text/inline.ts';
import { isHead } from '../text/sentence.ts';
import { weigh, type Signal } from '../text/signals.ts';
import { Source, type Line } from '../text/source.ts';
import { HeadingLevels } from './levels.ts';
import { readLines, type BlogLine } from './line.ts';
import { readList } from './lists.ts';
import { leftoverReason } from './platform.ts';
import { readRemark } from './remarks.ts';
import { resolveRoles, type Role } from './resolve.ts';

const SIGNALS: readonly Signal[] = [
  { what: 'heading or fence of Markdown', matches: /^(?:#{1,6}\s|```|~~~)/, weight: -4 },
  { what: 'heading mark', matches: /^[〇○◯◎■□◆◇▼▽●◉]\s*\S/u, weight: 2 },
  { what: 'name in brackets', matches: /^【[^】]+】/u, weight: 2 },
  { what: 'remark', matches: /^[※★☆⇒]/u, weight: 1.5 },
  { what: 'bullet or step', matches: /^[・①-⑳⑴-⒇]/u, weight: 1.5 },
  { what: 'row of a flattened table', matches: (_, at, all) => isClosedRow(all[at] ?? ''), weight: 2 },
  { what: 'leftover of the site', matches: (line) => leftoverReason(line) !== undefined, weight: 3 },
  { what: 'indented bullet', matches: /^\s+[-*+•]\s/u, weight: -2 },
  { what: 'table or quote of Markdown', matches: /^(?:\||>\s|!\[)/, weight: -2 },
  { what: 'dash', matches: /^- \S/, weight: 0.5 },
];

/** The text of a blog post, copied from the page: levels, links, pictures and bars of tables are lost. */
export const blog: Dialect = {
  id: 'blog',
  detect: (lines) => weigh(lines, SIGNALS),
  parse: (part, vocabulary) => new BlogParser(part, vocabulary).parse(),
};

class BlogParser {
  readonly #source: Source;
  readonly #lines: readonly BlogLine[];
  readonly #roles: readonly Role[];
  readonly #levels: HeadingLevels;
  readonly #children: RootContent[] = [];
  readonly #marks: Range[] = [];
  readonly #dropped: Dropped[] = [];

  constructor(part: NotePart, vocabulary: Vocabulary) {
    this.#source = new Source(part);
    this.#lines = readLines(this.#source, rowsOf(this.#source.lines));
    this.#roles = resolveRoles(this.#lines, vocabulary, part.firstLine === 1);
    this.#levels = new HeadingLevels(this.#lines);
  }

  parse(): ParsedPart {
    for (let at = 0; at < this.#lines.length;) {
      const line = this.#lines[at];
      const role = this.#roles[at];
      const count = line && role ? this.#step(line, role, at) : 1;
      for (const taken of this.#lines.slice(at, at + count)) this.#mark(taken);
      at += count;
    }
    const { start, end } = this.#source;
    const tree: Root = {
      type: 'root',
      children: this.#children,
      position: this.#source.position(start, end),
    };
    return { tree, marks: this.#marks, dropped: this.#dropped };
  }

  /** Reads what begins at a line; how many lines that took. */
  #step(line: BlogLine, role: Role, at: number): number {
    const source = this.#source;
    const text = { start: line.content, end: line.end };
    switch (role) {
      case 'skip':
        return 1;
      case 'drop':
        this.#dropped.push({ start: line.start, end: line.end, reason: line.reason ?? 'platform' });
        return 1;
      case 'title':
        return this.#push(heading(source, 1, text));
      case 'service':
        this.#levels.reset();
        return this.#push(heading(source, 2, bracketed(line).name));
      case 'heading': {
        const group = this.#roles[at + 1] === 'heading' && this.#lines[at + 1]?.kind === 'dash';
        return this.#push(heading(source, this.#levels.next(line.mark, group), bracketed(line).name));
      }
      case 'tagline':
        return this.#push(paragraphOf(source, [strong(source, bracketed(line).name)]));
      case 'caption': {
        const { name, rest } = bracketed(line);
        const what = [name, rest].map((range) => source.text.slice(range.start, range.end)).join(' ');
        return this.#push(todo(what, source.position(line.start, line.end)));
      }
      case 'item':
      case 'step': {
        const { node, count } = readList(source, this.#lines, this.#roles, at);
        return this.#push(node, count);
      }
      case 'remark': {
        const { node, count } = readRemark(source, this.#lines, this.#roles, at);
        return this.#push(node, count);
      }
      case 'row':
        return this.#rows(at);
      case 'text':
        return this.#text(line, at);
    }
  }

  #push(node: RootContent, count = 1): number {
    this.#children.push(node);
    return count;
  }

  #mark({ kind, mark, start, text, content }: BlogLine): void {
    if (mark !== '' && kind !== 'leftover') this.#marks.push({ start, end: start + mark.length });
    const close = kind === 'bracket' ? text.indexOf('】') : -1;
    if (close >= 0) this.#marks.push({ start: content + close, end: content + close + 1 });
  }

  #rows(at: number): number {
    let to = at;
    while (this.#lines[to]?.kind === 'row') to++;
    const rows = this.#lines.slice(at, to).map(({ start }) => this.#source.point(start).line);
    const first = this.#source.lines[0]?.number ?? 1;
    return this.#push(
      flatTable(
        this.#source,
        rows.flatMap((number): Line[] => this.#source.lines.slice(number - first, number - first + 1)),
      ),
      to - at,
    );
  }

  /** A line is a paragraph; names below each other are a list that lost its bullets. */
  #text(line: BlogLine, at: number): number {
    const source = this.#source;
    if (line.kind === 'bracket') {
      const { name, rest } = bracketed(line);
      return this.#push(paragraphOf(source, [strong(source, name), ...inline(source, rest)]));
    }
    let to = at;
    while (this.#roles[to] === 'text' && isName(this.#lines[to])) to++;
    if (to - at < 2) return this.#push(paragraph(source, line));
    const items = this.#lines.slice(at, to).map((name) => listItem(source, [paragraph(source, name)]));
    return this.#push(list(source, false, items), to - at);
  }
}

/** A line that could be an item of a list; an arrow continues the line above. */
const isName = (line: BlogLine | undefined): boolean =>
  line?.kind === 'plain' && isHead(line.text, 30) && !/^[(（→⇒]/u.test(line.text);

/** What stands inside 【】 and behind it; for other lines, the text behind the mark. */
function bracketed({ kind, text, content, end }: BlogLine): { name: Range; rest: Range } {
  const close = kind === 'bracket' ? text.indexOf('】') : -1;
  if (close < 0) return { name: { start: content, end }, rest: { start: end, end } };
  return { name: { start: content, end: content + close }, rest: { start: content + close + 1, end } };
}

/** Which lines are rows of flattened tables. */
function rowsOf(lines: readonly Line[]): Set<number> {
  const texts = lines.map(({ text }) => text);
  const rows = new Set<number>();
  for (let at = 0; at < texts.length;) {
    const count = flatRows(texts, at);
    for (let row = at; row < at + count; row++) rows.add(row);
    at += Math.max(1, count);
  }
  return rows;
}
