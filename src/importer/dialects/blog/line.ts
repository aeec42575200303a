import type { DropReason, Range } from '../dialect.ts';
import type { Source } from '../text/source.ts';
import { sectionNumber } from '../text/section-number.ts';
import { TABBED_SIGN } from '../text/signs.ts';
import { splitJoined } from './joined.ts';
import { leftoverReason } from './platform.ts';

/** What a line is by its first character. Some kinds are settled by their neighbours later (resolve.ts). */
export type BlogKind =
  | 'blank'
  | 'leftover'
  | 'section' // 〇 ■ ◆ ▼
  | 'dot' // ●
  | 'dash' // `- `, a head or a bullet
  | 'bracket' // 【…】, or a whole line in other brackets
  | 'bullet' // ・, or any sign with a tab behind it
  | 'step' // ① (1)
  | 'note' // ※
  | 'star' // ★
  | 'row' // a row of a flattened table
  | 'code' // a line of code that lost its fences
  | 'plain';

export interface BlogLine extends Range {
  readonly kind: BlogKind;
  /** The mark at its beginning, empty for lines without one. */
  readonly mark: string;
  /** The number of spaces before it. */
  readonly indent: number;
  /** The text behind the mark, and behind the number of a section. */
  readonly text: string;
  /** Where that text begins; a line ends at `end`. */
  readonly content: number;
  /** Where the bracket of a `bracket` closes in `text`; -1 for other lines. */
  readonly close: number;
  readonly reason: DropReason | undefined;
}

const MARKS: readonly (readonly [BlogKind, RegExp])[] = [
  ['blank', /^(?:[-=_*~─━―＝＊]\s?){3,}$/u],
  ['bullet', new RegExp(`^${TABBED_SIGN}\\t\\s*(?=\\S)`, 'u')],
  // 「〇〇の場合」 is a blank to fill in.
  ['section', /^([〇○◯◎■□◆◇▼▽▶►❖])(?!\1)\s*(?=\S)/u],
  ['dot', /^([●◉⚫])(?!\1)\s*(?=\S)/u],
  // 「１．２ 名前」; the number is the mark.
  ['section', /^[0-9０-９]{1,2}(?:[-.．－][0-9０-９]{1,2})+[.．]?[ \t\u3000]+(?=[^\s\d])/u],
  // Without a space it may be an option (`-p`), a number or a word that a dash goes before.
  ['dash', /^(?:[-–—－‐]\s+(?=\S)|[-–－‐](?=[\p{Lo}\p{Lu}]))/u],
  [
    'bracket',
    /^(?:【(?=[^】]+】)|＜(?=[^＞]+＞$)|<(?=[\p{Lo}\p{Lu}][^<>/="]*>$)|《(?=[^》]+》$)|≪(?=[^≫]+≫$)|［(?=[^］]+］$))/u,
  ],
  ['bullet', /^(?:[・･•‣◦▪]\s*|\*\s+)(?=\S)/u],
  [
    'step',
    /^(?:[①-⑳⑴-⒇]|[(（][0-9０-９]{1,2}[)）]|[0-9０-９]{1,2}(?:[)）]|[.．]\s)|[０-９]{1,2}．(?![0-9０-９]))\s*(?=\S)/u,
  ],
  ['note', /^[※＊]\s*(?=\S)/u],
  ['star', /^[★☆]\s*(?=\S)/u],
];

const CLOSING = /[】＞>》≫］]/u;

/**
 * The lines of a part, with joined lines taken apart.
 *
 * @param known the kinds of lines that only their neighbours tell
 */
export const readLines = (source: Source, known: ReadonlyMap<number, 'row' | 'code'>): BlogLine[] =>
  source.lines.flatMap((line, index) => {
    const kind = known.get(index);
    if (kind) return [read(source, kind, line)];
    return splitJoined(line).map((range) => read(source, undefined, range));
  });

function read(source: Source, known: BlogKind | undefined, range: Range): BlogLine {
  const raw = source.text.slice(range.start, range.end);
  const lead = raw.length - raw.trimStart().length;
  const start = range.start + lead;
  const end = Math.max(start, range.end - (raw.length - raw.trimEnd().length));
  const text = source.text.slice(start, end);
  const plain = { start, end, text, mark: '', indent: lead, content: start, close: -1, reason: undefined };
  if (known) return { ...plain, kind: known };
  if (text === '') return { ...plain, kind: 'blank' };
  const reason = leftoverReason(text);
  if (reason) return { ...plain, kind: 'leftover', reason };
  for (const [kind, pattern] of MARKS) {
    const mark = pattern.exec(text)?.[0];
    if (mark === undefined) continue;
    const number = kind === 'section' ? sectionNumber(text.slice(mark.length)) : '';
    const rest = text.slice(mark.length + number.length);
    const close = kind === 'bracket' ? rest.search(CLOSING) : -1;
    return { ...plain, kind, mark: mark.trim(), text: rest, content: end - rest.length, close };
  }
  return { ...plain, kind: 'plain' };
}
