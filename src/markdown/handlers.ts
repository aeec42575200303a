import type { Element, ElementContent } from 'hast';
import type { Code, Nodes } from 'mdast';
import { h } from 'hastscript';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Handlers, State } from 'mdast-util-to-hast';
import { components } from './components/index.ts';
import type { RenderContext } from './render-context.ts';

/**
 * How nodes that plain Markdown does not know become HTML: components through their own templates, fences through
 * what was drawn for them beforehand.
 */
export function createHandlers(fences: ReadonlyMap<Code, ElementContent>, context: RenderContext): Handlers {
  const component = (state: State, node: MdxJsxFlowElement | MdxJsxTextElement): ElementContent => {
    const found = components.get(node.name ?? '');
    if (!found) throw new Error(`unguarded component <${node.name}>`);
    const attributes = Object.fromEntries(
      node.attributes.flatMap((a) => (a.type === 'mdxJsxAttribute' ? [[a.name, a.value]] : [])),
    );
    const children = node.children.flatMap((child): ElementContent[] => {
      const result = state.one(child as Nodes as never, node as never);
      return result === undefined ? [] : ([result].flat() as ElementContent[]);
    });
    const element = found.render(found.attributes.parse(attributes), children, context);
    // Alone on a line, even what belongs into a sentence is a block to MDX; it becomes a paragraph of its own.
    return found.placement === 'inline' && node.type === 'mdxJsxFlowElement' ? h('p', [element]) : element;
  };
  return {
    mdxJsxFlowElement: component,
    mdxJsxTextElement: component,
    code: (_state, node: Code): Element => {
      const drawn = fences.get(node);
      if (drawn?.type !== 'element') throw new Error('a fence was not drawn before its note');
      return drawn;
    },
  };
}
