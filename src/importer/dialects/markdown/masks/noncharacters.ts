import { visit } from 'unist-util-visit';
import type { Range } from '../../dialect.ts';
import type { Source } from '../../text/source.ts';
import type { MarkdownMark } from '../mark.ts';

/**
 * What the parser is shown where a space would mean something (an indent, a hard break) or `_` would be emphasis.
 * Noncharacters are letters to it, and no text holds them.
 */
export const HIDDEN = {
  _: '\uFDD0',
  '*': '\uFDD1',
  '~': '\uFDD2',
  '[': '\uFDD3',
  '<': '\uFDD4',
  '>': '\uFDD5',
  '-': '\uFDD6',
  '+': '\uFDD7',
  '.': '\uFDD8',
  ')': '\uFDD9',
} as const;
export type Hidden = keyof typeof HIDDEN;
const NOTHING = '\uFDDA';

const SHOWN = new Map<string, string>(Object.entries(HIDDEN).map(([shown, hidden]) => [hidden, shown]));

export const hasNoncharacters = (text: string): boolean => /[\uFDD0-\uFDDA]/.test(text);

/** Hides a range: lines that hold nothing else become blank, in other lines the parser sees a letter. */
export function hide({ text }: Source, { start, end }: Range): string {
  const lines = text.slice(start, end).split('\n');
  const begins = isBlankTo(text, start - 1, -1);
  const ends = isBlankTo(text, end, 1);
  return lines
    .map((line, index) => {
      const alone = (index > 0 || begins) && (index < lines.length - 1 || ends);
      return (alone ? ' ' : NOTHING).repeat(line.length);
    })
    .join('\n');
}

/** Is there only white space from here to the end of the line, or to its beginning? */
function isBlankTo(text: string, from: number, step: 1 | -1): boolean {
  let at = from;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at += step;
  return at < 0 || at >= text.length || text.charAt(at) === '\n';
}

/** Puts characters back after parsing, wherever they ended up. */
export const noncharacters: MarkdownMark = {
  shape: (tree, { source }) => {
    if (hasNoncharacters(source.text.slice(source.start, source.end))) return;
    visit(tree, (node) => {
      const values = node as unknown as Record<string, unknown>;
      for (const key of ['value', 'url', 'alt', 'title', 'label'])
        if (typeof values[key] === 'string' && hasNoncharacters(values[key]))
          values[key] = values[key]
            .replace(/ ?\uFDDA+/g, '')
            .replace(/[\uFDD0-\uFDD9]/g, (hidden) => SHOWN.get(hidden) ?? hidden);
    });
  },
};
