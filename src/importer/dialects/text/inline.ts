import type { Text } from 'mdast';
import type { Range } from '../dialect.ts';
import { trimRange, type Source } from './source.ts';

/** Running text of a dialect that has no marks inside a line. Addresses stay text; normalisation links them. */
export function inline(source: Source, range: Range): Text[] {
  const { start, end } = trimRange(source.text, range);
  if (start === end) return [];
  return [{ type: 'text', value: source.text.slice(start, end), position: source.position(start, end) }];
}
