import type { Heading, Link, Nodes, Parents, Text } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { defaultHandlers, type Handle, type Info, type State } from 'mdast-util-to-markdown';

declare module 'mdast' {
  interface HeadingData {
    /** The id that is written behind the heading: `### 見出し [#id]`. */
    id?: string;
  }
}

const COMBINING = /^\p{M}/u;

/** Text; a combining mark at its start must not melt into the sign before it when the file is normalised. */
const text: Handle = (node: Text, _parent: Parents | undefined, state: State, info: Info) => {
  const { value } = node;
  const safe = state.safe(value, info);
  return COMBINING.test(value) ? safe.replace(COMBINING, (mark) => reference(mark)) : safe;
};

const heading: Handle = (node: Heading, parent: Parents | undefined, state: State, info: Info) => {
  const written = defaultHandlers.heading(node, parent, state, info);
  return node.data?.id ? `${written} [#${node.data.id}]` : written;
};

/** An address as the text of its own link needs no escapes, unless something in it means more than itself. */
const link: Handle = (node: Link, parent: Parents | undefined, state: State, info: Info) => {
  const [label, ...rest] = node.children;
  const plain =
    label?.type === 'text' && rest.length === 0 && label.value === node.url && PLAIN_URL.test(node.url);
  return plain ? `[${node.url}](${node.url})` : defaultHandlers.link(node, parent, state, info);
};

/** Letters, digits, and signs that form nothing; an underscore between letters is one of them. */
const PLAIN_URL = /^(?:[A-Za-z0-9:/.?=%,+#;$-]|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])|&(?=\w+=))*$/;

const reference = (character: string): string =>
  `&#x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()};`;

/** Attribute values are strings in double quotes, in which only these two signs mean anything. */
const attributesOf = (node: MdxJsxFlowElement | MdxJsxTextElement): string =>
  node.attributes
    .map((attribute) => {
      if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string')
        throw new Error(`only literal attributes are written, not those of <${node.name}>`);
      const value = attribute.value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      return ` ${attribute.name}="${value}"`;
    })
    .join('');

const component: Handle = (
  node: MdxJsxFlowElement | MdxJsxTextElement,
  _parent: Parents | undefined,
  state: State,
  info: Info,
) => {
  const open = `<${node.name}${attributesOf(node)}`;
  if (node.children.length === 0) return `${open} />`;
  if (node.type === 'mdxJsxTextElement') throw new Error(`<${node.name}> holds no text`);
  return `${open}>\n\n${state.containerFlow(node as never, info)}\n\n</${node.name}>`;
};

/** How nodes are written that this project writes in its own way. */
export const handlers: Partial<Record<Nodes['type'], Handle>> = {
  text,
  heading,
  link,
  mdxJsxFlowElement: component,
  mdxJsxTextElement: component,
};
