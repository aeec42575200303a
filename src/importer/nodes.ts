import type { BlockContent, DefinitionContent, Nodes } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';

/** The components that the importer writes, as nodes. No other JSX ever leaves it. */

export type AsideType = 'note' | 'tip' | 'changed' | 'caution' | 'danger';

const attributes = (values: Record<string, string | undefined>): MdxJsxFlowElement['attributes'] =>
  Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [{ type: 'mdxJsxAttribute', name, value }],
  );

/** `<Aside>`: a remark beside the text. `note` is the default and is not written. */
export const aside = (
  children: (BlockContent | DefinitionContent)[],
  { type, title, position }: { type?: AsideType; title?: string; position?: Nodes['position'] } = {},
): MdxJsxFlowElement => ({
  type: 'mdxJsxFlowElement',
  name: 'Aside',
  attributes: attributes({ type: type === 'note' ? undefined : type, title }),
  children,
  position,
});

/** `<Todo>`: what could not be carried over, with the caption it had. */
export const todo = (what: string, position?: Nodes['position']): MdxJsxFlowElement => ({
  type: 'mdxJsxFlowElement',
  name: 'Todo',
  attributes: attributes({ what }),
  children: [],
  position,
});

/** `<br />`: a new line inside a table cell. */
export const lineBreak = (position?: Nodes['position']): MdxJsxTextElement => ({
  type: 'mdxJsxTextElement',
  name: 'br',
  attributes: [],
  children: [],
  position,
});
