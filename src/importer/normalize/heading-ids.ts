import type { Heading } from 'mdast';
import { visit } from 'unist-util-visit';
import { headingIdOf, removeIdMark } from '../../markdown/heading-id.ts';
import type { Range } from '../dialects/dialect.ts';
import { rangeOf, type Pass } from './pass.ts';

/** Takes the ids that a note gave out of the words of its headings. They are structure, whether they can be kept or not. */
export const takeHeadingIds: Pass = (tree, { note, marks }) => {
  visit(tree, 'heading', (heading) => {
    const id = headingIdOf(heading);
    if (id === undefined) return;
    const mark = markOf(heading, id, note.text);
    if (mark) marks.push(mark);
    removeIdMark(heading);
    heading.data = { ...heading.data, id };
  });
};

function markOf(heading: Heading, id: string, text: string): Range | undefined {
  const { start, end } = rangeOf(heading) ?? { start: 0, end: 0 };
  const at = text.slice(start, end).lastIndexOf(`[#${id}]`);
  return at < 0 ? undefined : { start: start + at, end: start + at + id.length + 3 };
}
