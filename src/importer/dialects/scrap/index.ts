import type { Root, RootContent } from 'mdast';
import type { Dialect, Dropped, NotePart, ParsedPart, Range, Vocabulary } from '../dialect.ts';
import { code, depthOf, heading, paragraph } from '../text/build.ts';
import { codeRuns } from '../text/code-lines.ts';
import { flatRows, flatTable } from '../text/flat-table.ts';
import { weigh, type Signal } from '../text/signals.ts';
import { indentsBySigns } from '../text/signs.ts';
import { Source, type Line } from '../text/source.ts';
import { authorLines, isAuthorLine } from './author.ts';
import { readCode } from './code.ts';
import { endsPost, isHeading, levels, type ScrapHeading } from './headings.ts';
import { classify, type ScrapLine } from './line.ts';
import { readList } from './list.ts';
import { isPlatformLine } from './platform.ts';

const SIGNALS: readonly Signal[] = [
  { what: 'author between posts', matches: (line, at, all) => isAuthorLine(line, all[at + 1]), weight: 6 },
  { what: 'state or footer of a scrap', matches: isPlatformLine, weight: 6 },
  { what: 'bullet of a copied page', matches: /^\s+[•◦▪]\s/u, weight: 2 },
  { what: 'bullet at the margin', matches: /^[•◦▪]\s/u, weight: 1 },
  {
    what: 'heading, fence, table or quote of Markdown',
    matches: /^\s*(?:#{1,6}\s|```|~~~|\||>\s)/,
    weight: -3,
  },
  { what: 'bullet of Markdown', matches: /^\s*[-*+]\s/, weight: -1 },
  { what: 'mark of a blog', matches: /^[〇○●◎■◆▼【・※★]/u, weight: -1 },
  {
    what: 'name with air around it',
    matches: (line, at, all) => /^\S.{0,30}$/u.test(line) && all[at - 1] === '' && all[at + 1] === '',
    weight: 0.25,
  },
];

/** Comments of a Zenn scrap, copied from the page as plain text. */
export const scrap: Dialect = {
  id: 'scrap',
  detect: (lines) => weigh(lines, SIGNALS),
  parse: (part, vocabulary) => new ScrapParser(part, vocabulary).parse(),
};

class ScrapParser {
  readonly #source: Source;
  readonly #lines: readonly ScrapLine[];
  readonly #texts: readonly string[];
  /** Code at the margin. */
  readonly #runs: ReadonlyMap<number, number>;
  readonly #vocabulary: Vocabulary;
  readonly #children: RootContent[] = [];
  readonly #marks: Range[] = [];
  readonly #dropped: Dropped[] = [];
  readonly #headings: (ScrapHeading & { line: Line; at: number })[] = [];
  #post = 0;
  #atStart = true;

  constructor(part: NotePart, vocabulary: Vocabulary) {
    this.#source = new Source(part);
    const { lines } = this.#source;
    const authors = authorLines(lines);
    this.#lines = placeBullets(lines.map((line) => classify(line, authors.has(line))));
    this.#texts = lines.map(({ text }) => text);
    this.#runs = codeRuns(this.#texts, (at) => this.#lines[at]?.kind === 'flush');
    this.#vocabulary = vocabulary;
  }

  parse(): ParsedPart {
    for (let at = 0; at < this.#lines.length;) at += this.#step(at);
    this.#placeHeadings();
    const { start, end } = this.#source;
    const tree: Root = {
      type: 'root',
      children: this.#children,
      position: this.#source.position(start, end),
    };
    return { tree, marks: this.#marks, dropped: this.#dropped };
  }

  /** Reads what begins at a line; how many lines that took. */
  #step(at: number): number {
    const line = this.#lines[at];
    switch (line?.kind) {
      case 'author':
        this.#post++;
        this.#atStart = true;
        this.#drop(line, 'author');
        return 1;
      case 'platform':
        this.#drop(line, 'platform');
        return 1;
      case 'bullet':
      case 'number':
        return this.#list(at);
      case 'indented':
        return this.#code(at, line.indent) || this.#paragraph(line);
      case 'flush':
        return this.#code(at, 0) || this.#heading(line, at) || this.#table(at) || this.#paragraph(line);
      default:
        return 1;
    }
  }

  #drop({ start, end }: Line, reason: Dropped['reason']): void {
    this.#dropped.push({ start, end, reason });
  }

  #push(...nodes: RootContent[]): void {
    this.#children.push(...nodes);
    this.#atStart = false;
  }

  #list(at: number): number {
    const { nodes, count, marks } = readList(this.#source, this.#lines, at);
    this.#marks.push(...marks);
    this.#push(...nodes);
    return count;
  }

  #heading(line: ScrapLine, at: number): number {
    if (!isHeading(this.#lines, at)) return 0;
    const bare = this.#headings.at(-1)?.at === this.#children.length - 1 && this.#children.length > 0;
    // A name below a heading, at the end of a post, is all that the heading has below it.
    if (bare && !this.#atStart && endsPost(this.#lines, at)) return 0;
    this.#headings.push({
      text: line.text.trim(),
      post: this.#post,
      first: this.#atStart,
      bare,
      line,
      at: this.#children.length,
    });
    this.#push(heading(this.#source, 3, line));
    return 1;
  }

  #table(at: number): number {
    const count = flatRows(this.#texts, at);
    if (count > 0) this.#push(flatTable(this.#source, this.#source.lines.slice(at, at + count)));
    return count;
  }

  /** Indented code, or, at the margin, a run of lines that read as code. */
  #code(at: number, indent: number): number {
    if (indent > 0) {
      const block = readCode(this.#lines, at, indent);
      if (block) this.#push(code(this.#source, block.value, block));
      return block?.count ?? 0;
    }
    const count = this.#runs.get(at) ?? 0;
    if (count === 0) return 0;
    const range = { start: this.#lines[at]?.start ?? 0, end: this.#lines[at + count - 1]?.end ?? 0 };
    this.#push(code(this.#source, this.#texts.slice(at, at + count).join('\n'), range));
    return count;
  }

  #paragraph(line: ScrapLine): number {
    this.#push(paragraph(this.#source, { start: line.content, end: line.end }));
    return 1;
  }

  /** The title stands before the first author; the rest gets its level from its place in its post. */
  #placeHeadings(): void {
    const depths = levels(this.#headings, this.#vocabulary);
    for (const [index, { post, first, line, at }] of this.#headings.entries()) {
      const node = this.#children[at];
      const title = post === 0 && first && this.#post > 0 && line.number <= 10;
      if (node?.type === 'heading') node.depth = depthOf(title ? 1 : (depths[index] ?? 3));
    }
  }
}

/** Bullets that only their signs tell apart stand as far in as those say. */
function placeBullets(lines: readonly ScrapLine[]): ScrapLine[] {
  const indents = indentsBySigns(
    lines.map(({ kind, indent, text }) => ({
      indent,
      sign: kind === 'bullet' ? text.charAt(indent) : undefined,
    })),
  );
  return lines.map((line, at) => ({ ...line, indent: indents[at] ?? line.indent }));
}
