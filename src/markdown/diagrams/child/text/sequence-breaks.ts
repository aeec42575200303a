import { breakLines } from '../../../../typesetting/line-breaks.ts';
import { WRAPPING_WIDTH } from './lines.ts';
import { FONT_SIZE } from './typography.ts';

/** What stands before the text in the lines of a sequence diagram: conditions, notes, names of actors, messages. */
const HEADS: readonly RegExp[] = [
  /^\s*(?:alt|else|opt|loop|par|and|critical|option|break)\s+/,
  /^\s*note\s+(?:left of|right of|over)\s[^:]+:\s*/i,
  /^\s*(?:create\s+)?(?:participant|actor)\s.*?\sas\s+/,
  /^(?!\s*(?:participant|actor|box|links?|properties|details|title)\b)[^:]*[-)x>]\S*\s*[^:]*:\s*/,
];
const BREAK = /<br\s*\/?>/gi;

/**
 * Breaks the long texts of a sequence diagram by Japanese phrase, with `<br/>`. Mermaid does not wrap them, or tears
 * words apart. Lines of the source stay lines, so that Mermaid's line numbers hold.
 */
export const breakSequenceLines = (source: string): string => source.split('\n').map(breakLine).join('\n');

function breakLine(line: string): string {
  for (const pattern of HEADS) {
    const head = pattern.exec(line)?.[0];
    if (head === undefined) continue;
    const parts = line.slice(head.length).split(BREAK);
    const style = { size: FONT_SIZE, bold: false };
    return head + parts.flatMap((part) => breakLines(part.trim(), WRAPPING_WIDTH, style)).join('<br/>');
  }
  return line;
}
