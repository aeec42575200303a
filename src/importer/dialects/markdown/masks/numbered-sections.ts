import { isHead } from '../../text/sentence.ts';
import type { Line } from '../../text/source.ts';
import type { MarkdownMark, Mask } from '../mark.ts';

/**
 * `1.2 名前`, `1.2.1 名前`: sections of a text without a heading of Markdown, and `1. 名前` above them. The parser is shown
 * `###`, which has room where the number stood.
 */
export const numberedSections: MarkdownMark = {
  mask: ({ lines }) => {
    if (lines.some(({ text }) => /^#{1,6}\s/.test(text))) return [];
    const numbered = lines.flatMap((line) => readNumber(line) ?? []);
    const inner = numbered.filter(({ parts }) => parts.length > 1);
    const heads = inner.filter(isShort);
    if (heads.length < 2 || heads.length * 2 < inner.length) return [];
    const chapters = new Set(heads.map(({ parts }) => parts[0]));
    return numbered
      .filter((each) =>
        each.parts.length > 1 ? isShort(each) : chapters.has(each.parts[0]) && isHead(each.words),
      )
      .flatMap(({ line, length, parts }) => toMask(line, length, parts.length + 1));
  },
};

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
