import { widthOfText } from '../../../../typesetting/font.ts';
import { breakLines } from '../../../../typesetting/line-breaks.ts';
import { fontStyleOf, isItalic } from './typography.ts';

/** A stretch of text in one style. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** The styled text under a node, neighbours of one style joined; white space collapses as it does in SVG. */
export function readRuns(node: ChildNode): Run[] {
  if (node.nodeType === 1) return joinRuns([...node.childNodes].flatMap(readRuns));
  const parent = node.parentElement;
  const text = decodeEntities(node.textContent ?? '').replace(/[\s\u200b]+/g, ' ');
  return text === '' || !parent ? [] : [{ text, bold: fontStyleOf(parent).bold, italic: isItalic(parent) }];
}

export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.bold === run.bold && last.italic === run.italic)
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

export const widthOfRuns = (runs: readonly Run[], size: number): number =>
  runs.reduce((sum, { text, bold }) => sum + widthOfText(text, { size, bold }), 0);

/** Breaks styled text into lines (see `breakLines`); the space at a break is dropped. */
export function wrapRuns(runs: readonly Run[], limit: number, size: number): Run[][] {
  const text = runs.map((run) => run.text).join('');
  const lines: Run[][] = [];
  let start = 0;
  for (const line of breakLines(text, limit, { size, bold: runs.some(({ bold }) => bold) })) {
    lines.push(sliceRuns(runs, start, start + line.trimEnd().length));
    start += line.length;
  }
  return lines;
}

function sliceRuns(runs: readonly Run[], from: number, to: number): Run[] {
  let start = 0;
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    start += run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}

/** Mermaid turns `#quot;` and `#9829;` into character references and leaves all but three of them to HTML, not used here. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    quot: '"',
    apos: "'",
    nbsp: ' ',
    amp: '&',
    lt: '<',
    gt: '>',
  }),
);

const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|(\w+));/g, (whole, code: string | undefined, name: string | undefined) => {
    const point = Number(code);
    if (code !== undefined) return point > 31 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    return NAMED.get(name ?? '') ?? whole;
  });
