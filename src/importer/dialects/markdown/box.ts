import type { BlockContent, DefinitionContent, Paragraph } from 'mdast';
import { aside } from '../../nodes.ts';
import { LONGEST_TITLE } from '../../../schema/index.ts';
import type { Range } from '../dialect.ts';
import type { Source } from '../text/source.ts';
import { asideTypeOf } from './aside-types.ts';

/** A box of another system as an aside. A title that is too long for one stands in bold above the content. */
export function box(
  children: (BlockContent | DefinitionContent)[],
  {
    type,
    title,
    source,
    position,
  }: { type: string; title?: Range; source: Source; position: Paragraph['position'] },
): ReturnType<typeof aside> {
  const words = title ? source.text.slice(title.start, title.end) : '';
  const options = { type: asideTypeOf(type), position };
  if (!title || words === '') return aside(children, options);
  if (words.length > LONGEST_TITLE) return aside([label(title, source), ...children], options);
  return aside(children, { ...options, title: words });
}

/** Words that name what follows, as a paragraph in bold. */
export function label({ start, end }: Range, source: Source): Paragraph {
  const position = source.position(start, end);
  return {
    type: 'paragraph',
    children: [
      {
        type: 'strong',
        children: [{ type: 'text', value: source.text.slice(start, end), position }],
        position,
      },
    ],
    position,
  };
}
