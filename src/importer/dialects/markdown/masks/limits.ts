import type { Line } from '../../text/source.ts';
import type { MarkdownMark, Mask } from '../mark.ts';
import { hasNoncharacters, HIDDEN, type Hidden } from './noncharacters.ts';

/**
 * Text that nobody writes, but that would cost the parser time by the square, or a stack: hundreds of nested quotes and
 * lists, thousands of stars or brackets on one line, `<!` and `<?` without an end. There the marks stay text.
 */
export const limits: MarkdownMark = {
  mask: ({ lines, text, start, end }) => {
    if (hasNoncharacters(text.slice(start, end))) return [];
    return lines.flatMap((line) => [...deepContainers(line), ...crowds(line), ...declarations(line)]);
  },
};

/** Columns that may hold nested quotes and lists: 30 levels of two. */
const DEEPEST = 60;
const CONTAINER = /[ \t]*(?:(>)|([-+*])(?=[ \t]|$)|\d{1,9}([.)])(?=[ \t]|$))/y;

function deepContainers(line: Line): Mask[] {
  const masks: Mask[] = [];
  CONTAINER.lastIndex = 0;
  for (let match = CONTAINER.exec(line.text); match; match = CONTAINER.exec(line.text)) {
    const mark = (match[1] ?? match[2] ?? match[3]) as Hidden;
    if (CONTAINER.lastIndex > DEEPEST) masks.push(hidden(line.start + CONTAINER.lastIndex - 1, mark));
  }
  return masks;
}

/** More than these on a line are no emphasis and no links. */
const CROWD = 1000;

function crowds(line: Line): Mask[] {
  if (line.text.length < CROWD) return [];
  return (['*', '_', '~', '['] as const).flatMap((mark) => {
    const found = [...line.text.matchAll(new RegExp(`\\${mark}`, 'g'))];
    return found.length > CROWD ? found.map(({ index }) => hidden(line.start + index, mark)) : [];
  });
}

const declarations = (line: Line): Mask[] =>
  [...line.text.matchAll(/<(?=[!?])/g)].map(({ index }) => hidden(line.start + index, '<'));

const hidden = (start: number, mark: Hidden): Mask => ({
  start,
  end: start + 1,
  by: HIDDEN[mark],
  consumed: false,
  restored: true,
});
