import type { Root, RootContent } from 'mdast';
import { todo } from '../../nodes.ts';
import type { Dialect, Dropped, NotePart, ParsedPart, Range, Vocabulary } from '../dialect.ts';
import { isAnswer } from '../text/answers.ts';
import { code, heading, list, listItem, paragraph, paragraphOf, strong } from '../text/build.ts';
import { codeRun } from '../text/code-lines.ts';
import { flatRows, flatTable, isClosedRow } from '../text/flat-table.ts';
import { inline } from '../text/inline.ts';
import { isHead } from '../text/sentence.ts';
import { weigh, type Signal } from '../text/signals.ts';
import { indentsBySigns } from '../text/signs.ts';
import { Source, type Line } from '../text/source.ts';
import { HeadingLevels } from './levels.ts';
import { dropContents } from './contents.ts';
import { readLines, type BlogLine } from './line.ts';
import { readList } from './lists.ts';
import { leftoverReason } from './platform.ts';
import { readRemark } from './remarks.ts';
import { isTerm, resolveRoles, type Role } from './resolve.ts';

const SIGNALS: readonly Signal[] = [
  { what: 'heading or fence of Markdown', matches: /^(?:#{1,6}\s|```|~~~)/, weight: -4 },
  { what: 'heading mark', matches: /^[〇○◯◎■□◆◇▼▽●◉]\s*\S/u, weight: 2 },
  { what: 'name in brackets', matches: /^【[^】]+】/u, weight: 2 },
  { what: 'remark', matches: /^[※★☆⇒]/u, weight: 1.5 },
  { what: 'bullet or step', matches: /^\u3000*(?:[・①-⑳⑴-⒇]|[（(][0-9０-９]{1,2}[）)])/u, weight: 1.5 },
  { what: 'number of a section in full width', matches: /^[０-９]{1,2}[．.]/u, weight: 1.5 },
  { what: 'row of a flattened table', matches: (_, at, all) => isClosedRow(all[at] ?? ''), weight: 2 },
  { what: 'leftover of the site', matches: (line) => leftoverReason(line) !== undefined, weight: 3 },
  { what: 'indented bullet', matches: /^\s+[-*+•]\s/u, weight: -2 },
  { what: 'table or quote of Markdown', matches: /^(?:\||>\s|!\[)/, weight: -2 },
  { what: 'dash', matches: /^- \S/, weight: 0.5 },
];

/** A name of a service with air above it and text below it. */
const bareName = (vocabulary: Vocabulary): Signal => ({
  what: 'bare name of a service',
  matches: (line, at, all) =>
    line.length <= 40 &&
    (all[at - 1] ?? '').trim() === '' &&
    /^[^\s\p{P}]/u.test(all[at + 1] ?? '') &&
    vocabulary.serviceOf(line) !== undefined,
  weight: 1,
});

/** The marks of blogs stand in Markdown too; no heading of Markdown stands in the text of a page. */
const IN_MARKDOWN = 0.1;

/** The text of a blog post, copied from the page: levels, links, pictures and bars of tables are lost. */
export const blog: Dialect = {
  id: 'blog',
  detect: (lines, vocabulary) =>
    weigh(lines, [...SIGNALS, bareName(vocabulary)]) *
    (lines.some((line) => /^#{2,6} \S/.test(line)) ? IN_MARKDOWN : 1),
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
    const lines = dropContents(readLines(this.#source, knownKinds(this.#source.lines)));
    this.#roles = resolveRoles(lines, vocabulary, part.firstLine === 1);
    this.#lines = placeItems(lines, this.#roles);
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
    switch (role) {
      case 'skip':
        return 1;
      case 'drop':
        this.#dropped.push({ start: line.start, end: line.end, reason: line.reason ?? 'platform' });
        return 1;
      case 'title':
        return this.#push(heading(source, 1, line));
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
      case 'code':
        return this.#code(at);
      case 'text':
        return this.#text(line, at);
    }
  }

  #push(node: RootContent, count = 1): number {
    this.#children.push(node);
    return count;
  }

  #mark({ kind, mark, start, content, close }: BlogLine): void {
    if (mark !== '' && kind !== 'leftover') this.#marks.push({ start, end: content });
    if (close >= 0) this.#marks.push({ start: content + close, end: content + close + 1 });
  }

  /** The lines of the note from a line of the part on that are of its kind. */
  #run(at: number): Line[] {
    let to = at;
    while (this.#lines[to]?.kind === this.#lines[at]?.kind) to++;
    const first = this.#source.lines[0]?.number ?? 1;
    const from = this.#source.point(this.#lines[at]?.start ?? 0).line - first;
    return this.#source.lines.slice(from, from + to - at);
  }

  /** How many lines of text from a line of the part on belong together. */
  #count(from: number, belongs: Belongs): number {
    let to = from;
    while (this.#roles[to] === 'text' && belongs(this.#lines, to, from)) to++;
    return to - from;
  }

  #rows(at: number): number {
    const rows = this.#run(at);
    return this.#push(flatTable(this.#source, rows), rows.length);
  }

  #code(at: number): number {
    const lines = this.#run(at);
    const range = { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
    return this.#push(code(this.#source, lines.map(({ text }) => text).join('\n'), range), lines.length);
  }

  /** A line is a paragraph; names, terms and answers below each other are a list that lost its bullets. */
  #text(line: BlogLine, at: number): number {
    const source = this.#source;
    if (line.kind === 'bracket') {
      const { name, rest } = bracketed(line);
      return this.#push(paragraphOf(source, [strong(source, name), ...inline(source, rest)]));
    }
    const to = at + (RUNS.map((belongs) => this.#count(at, belongs)).find((count) => count > 1) ?? 1);
    if (to - at < 2) return this.#push(paragraph(source, line));
    const items = this.#lines.slice(at, to).map((name) => listItem(source, [paragraph(source, name)]));
    return this.#push(list(source, false, items), to - at);
  }
}

/** Items that only their signs tell apart stand as far in as those say. */
function placeItems(lines: readonly BlogLine[], roles: readonly Role[]): BlogLine[] {
  const indents = indentsBySigns(
    lines.map(({ indent, mark }, at) => ({ indent, sign: roles[at] === 'item' ? mark : undefined })),
  );
  return lines.map((line, at) => ({ ...line, indent: indents[at] ?? line.indent }));
}

type Belongs = (lines: readonly BlogLine[], at: number, from: number) => boolean;

/** A line that could be an item of a list; an arrow continues the line above. */
const isName: Belongs = (lines, at) => {
  const line = lines[at];
  return line?.kind === 'plain' && isHead(line.text, 30) && !/^[(（→⇒]/u.test(line.text);
};

const isChoice: Belongs = (lines, at, from) => isAnswer(lines[at]?.text ?? '', at - from);

/** What lines below each other have in common when they were a list. */
const RUNS: readonly Belongs[] = [isChoice, isTerm, isName];

/** What stands inside 【】 and behind it; for other lines, the text behind the mark. */
function bracketed({ content, close, end }: BlogLine): { name: Range; rest: Range } {
  if (close < 0) return { name: { start: content, end }, rest: { start: end, end } };
  return { name: { start: content, end: content + close }, rest: { start: content + close + 1, end } };
}

/** Which lines are rows of flattened tables, and which are code. */
function knownKinds(lines: readonly Line[]): Map<number, 'row' | 'code'> {
  const texts = lines.map(({ text }) => text);
  const kinds = new Map<number, 'row' | 'code'>();
  for (let at = 0; at < texts.length;) {
    const rows = flatRows(texts, at);
    const { count, isCode } = rows > 0 ? { count: rows, isCode: false } : codeRun(texts, at);
    if (rows > 0 || isCode)
      for (let line = at; line < at + count; line++) kinds.set(line, isCode ? 'code' : 'row');
    at += count;
  }
  return kinds;
}
