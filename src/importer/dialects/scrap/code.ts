import type { Range } from '../dialect.ts';
import { readsAsCode } from '../text/code-lines.ts';
import type { ScrapLine } from './line.ts';

/** How far ahead to look: lines that turn out to be text are looked at again one by one. */
const LONGEST = 1000;

/**
 * Reads code that lost its fence. It is indented like the text it stands in; a line that holds nothing but that indent
 * ends it (the last line feed of the block). Without such a line, the lines themselves have to read as code.
 *
 * @returns undefined when the lines from `from` on are not code
 */
export function readCode(
  lines: readonly ScrapLine[],
  from: number,
  indent: number,
): (Range & { value: string; count: number }) | undefined {
  if (!mayBegin(lines, from)) return undefined;
  let to = from;
  while (to < from + LONGEST && belongs(lines[to], indent)) to++;
  const block = lines.slice(from, to);
  const closed = block.length > 1 && block.at(-1)?.kind === 'blank';
  while (block.at(-1)?.text.trim() === '') block.pop();
  const [first, last] = [block[0], block.at(-1)];
  if (!first || !last || !(closed || readsAsCode(block.map(({ text }) => text)))) return undefined;
  return {
    value: block.map(({ text }) => text.slice(indent)).join('\n'),
    start: first.start + indent,
    end: last.end,
    count: to - from,
  };
}

/** Text without a bullet of its own, indented far enough; an indent alone is a blank line of the code. */
const belongs = (line: ScrapLine | undefined, indent: number): boolean =>
  line !== undefined &&
  line.indent >= Math.max(1, indent) &&
  (line.kind === 'indented' || line.kind === 'blank' || line.kind === 'number');

/** Code begins a run of lines without bullets, or its first line reads as code by itself. */
const mayBegin = (lines: readonly ScrapLine[], at: number): boolean =>
  lines[at - 1]?.kind !== 'indented' || readsAsCode([lines[at]?.text ?? '']);
