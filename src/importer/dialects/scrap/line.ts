import type { Line } from '../text/source.ts';
import { TABBED_SIGN } from '../text/signs.ts';
import { isPlatformLine } from './platform.ts';

/** What a line of a scrap is by its first characters; headings need their neighbours (headings.ts). */
export interface ScrapLine extends Line {
  readonly kind: 'blank' | 'author' | 'platform' | 'bullet' | 'number' | 'indented' | 'flush';
  readonly indent: number;
  /** Where the text begins, after indent and bullet. */
  readonly content: number;
  /** The bullet or number itself. */
  readonly mark: { start: number; end: number } | undefined;
}

const BULLET = new RegExp(`^(\\s*)([•◦▪▫‣⁃・]|${TABBED_SIGN}(?=\\t))\\s*`, 'u');
const NUMBER = /^(\s+)(\d{1,3}[.)])\s+/u;
const INDENT = /^\s*/u;

export function classify(line: Line, isAuthor: boolean): ScrapLine {
  const { text, start } = line;
  const marked = BULLET.exec(text) ?? NUMBER.exec(text);
  const indent = (marked?.[1] ?? INDENT.exec(text)?.[0] ?? '').length;
  const as = (kind: ScrapLine['kind'], length = indent, mark?: string): ScrapLine => ({
    ...line,
    kind,
    indent,
    content: start + length,
    mark: mark === undefined ? undefined : { start: start + indent, end: start + indent + mark.length },
  });
  if (text.trim() === '') return as('blank');
  if (isPlatformLine(text)) return as('platform');
  if (isAuthor) return as('author');
  if (marked) return as(NUMBER.test(text) ? 'number' : 'bullet', marked[0].length, marked[2]);
  return as(indent > 0 ? 'indented' : 'flush');
}
