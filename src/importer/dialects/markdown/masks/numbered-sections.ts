import { isHead } from '../../text/sentence.ts';
import type { Line } from '../../text/source.ts';
import type { MarkdownMark, Mask } from '../mark.ts';
import { CONTENTS } from '../shapes/tables-of-contents.ts';

/**
 * `1.2 名前`, `1.2.1 名前`: sections of a text without a heading of Markdown, and `1. 名前` above them. The parser is shown
 * `###`, which has room where the number stood. What lists them below 「目次」 goes.
 */
export const numberedSections: MarkdownMark = {
  mask: ({ lines }) => {
    if (lines.some(({ text }) => /^#{1,6}\s/.test(text))) return [];
    const contents = findContents(lines);
    const numbered = lines.flatMap((line) => (contents.has(line) ? [] : (readNumber(line) ?? [])));
    const inner = numbered.filter(({ parts }) => parts.length > 1);
    const heads = inner.filter(isShort);
    if (heads.length < 2 || heads.length * 2 < inner.length) return [];
    const chapters = new Set(heads.map(({ parts }) => parts[0]));
    const masks = numbered
      .filter((each) =>
        each.parts.length > 1 ? isShort(each) : chapters.has(each.parts[0]) && isHead(each.words),
      )
      .flatMap(({ line, length, parts }) => toMask(line, length, parts.length + 1));
    return [...dropContents([...contents]), ...masks];
  },
};

/** 「目次」 and the numbered names right below it, when each of them heads a section further on. */
function findContents(lines: readonly Line[]): ReadonlySet<Line> {
  const title = lines.findIndex(({ text }) => CONTENTS.test(text.trim()));
  const below = title < 0 ? [] : lines.slice(title + 1);
  const end = below.findIndex((line) => readNumber(line) === undefined);
  const listed = below.slice(0, Math.max(0, end));
  const heads = new Set(below.slice(listed.length).map(({ text }) => text.trim()));
  const isContents =
    listed.length > 1 && listed.every(({ text }) => heads.has(text.replace(PAGE, '').trim()));
  return new Set(isContents ? lines.slice(title, title + 1 + listed.length) : []);
}

/** The number of a page at the end of a line of contents. */
const PAGE = /(?:\t|[.…・·]{3,})\s*\d+\s*$/u;

/** One mask, so that nothing else is seen in a part of it. */
function dropContents(lines: readonly Line[]): Mask[] {
  const [first, last] = [lines[0], lines.at(-1)];
  return first && last ? [{ start: first.start, end: last.end, consumed: false, dropped: 'contents' }] : [];
}

const NUMBERED = /^((\d{1,2}(?:[.-]\d{1,2}){0,3})[.)]?[ \t\u3000]+)(\S.*)$/;

interface Numbered {
  readonly line: Line;
  readonly length: number;
  readonly parts: readonly string[];
  readonly words: string;
}

/** A number of several parts leaves little doubt: it heads a verb as well, though no sentence. */
const isShort = ({ words }: Numbered): boolean => words.length <= 40 && !/[。．.!?！？]$/u.test(words);

function readNumber(line: Line): Numbered | undefined {
  const [, lead = '', number = '', words = ''] = NUMBERED.exec(line.text.normalize('NFKC')) ?? [];
  if (lead === '') return undefined;
  return { line, length: lead.length, parts: number.split(/[.-]/), words };
}

const toMask = ({ start }: Line, length: number, level: number): Mask[] =>
  length > level
    ? [{ start, end: start + length, by: '#'.repeat(level).padEnd(length), consumed: true }]
    : [];
