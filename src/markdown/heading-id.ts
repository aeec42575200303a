import type { Heading } from 'mdast';
import { toString } from 'mdast-util-to-string';

const ID_MARK = /[ \t]*\[#([^\]\s]*)\][ \t]*$/u;

/** The id that a writer put at the end of a heading: `### 見出し [#id]`; undefined when there is none. */
export function headingIdOf(heading: Heading): string | undefined {
  const last = heading.children.at(-1);
  return last?.type === 'text' ? ID_MARK.exec(last.value)?.[1] : undefined;
}

/** What a heading says, without the id. */
export const headingTextOf = (heading: Heading): string => toString(heading).replace(ID_MARK, '');

/** Takes the id mark out of a heading's text. */
export function removeIdMark(heading: Heading): void {
  const last = heading.children.at(-1);
  if (last?.type !== 'text') return;
  last.value = last.value.replace(ID_MARK, '');
  if (last.value === '') heading.children.pop();
}
