import type { Nodes } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';

/** A component where a note uses it: between paragraphs or inside one. */
export type ComponentNode = MdxJsxFlowElement | MdxJsxTextElement;

export const isComponentNode = (node: Nodes): node is ComponentNode =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** The value of an attribute; undefined when it is not there or is not a string. */
export function attributeOf(node: ComponentNode, name: string): string | undefined {
  const found = node.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === name);
  return typeof found?.value === 'string' ? found.value : undefined;
}
