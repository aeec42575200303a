import type { BlogLine } from './line.ts';

/** Below 「目次」, each line that a line further down says again is an entry of the table of contents. */
export function dropContents(lines: readonly BlogLine[]): BlogLine[] {
  const counts = Map.groupBy(lines, nameOf);
  const entries = new Set<string>();
  let inside = false;
  return lines.map((line) => {
    if (line.reason === 'contents') inside = true;
    if (!inside || line.kind === 'blank' || line.reason === 'contents') return line;
    const name = nameOf(line);
    inside = !entries.has(name) && (counts.get(name)?.length ?? 0) > 1;
    entries.add(name);
    return inside ? { ...line, kind: 'leftover', reason: 'contents' } : line;
  });
}

/** The words of a line, without the name of the vendor, which the contents may leave out. */
const nameOf = ({ text }: BlogLine): string => text.replace(/^(?:AWS|Amazon)\s+/i, '');
