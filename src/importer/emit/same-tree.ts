import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { isOwnAddress } from '../own-address.ts';

/** Fields that carry meaning, by node; whatever else a node has says how it was written. */
const FIELDS: Partial<Record<Nodes['type'], (node: never) => unknown>> = {
  heading: (node: Extract<Nodes, { type: 'heading' }>) => node.depth,
  code: (node: Extract<Nodes, { type: 'code' }>) => [node.lang ?? '', node.meta ?? '', node.value],
  inlineCode: (node: Extract<Nodes, { type: 'inlineCode' }>) => node.value,
  link: (node: Extract<Nodes, { type: 'link' }>) => [node.url, node.title ?? ''],
  list: (node: Extract<Nodes, { type: 'list' }>) => (node.ordered ? (node.start ?? 1) : 'bullets'),
  listItem: (node: Extract<Nodes, { type: 'listItem' }>) => node.checked ?? 'plain',
  table: (node: Extract<Nodes, { type: 'table' }>) =>
    node.children[0]?.children.map((_, i) => node.align?.[i] ?? 'none'),
  mdxJsxFlowElement: (node: Extract<Nodes, { type: 'mdxJsxFlowElement' }>) => [
    node.name,
    node.attributes.map((a) => (a.type === 'mdxJsxAttribute' ? [a.name, a.value] : 'expression')),
  ],
  mdxJsxTextElement: (node: Extract<Nodes, { type: 'mdxJsxTextElement' }>) => [
    node.name,
    node.attributes.length,
  ],
  footnoteReference: (node: Extract<Nodes, { type: 'footnoteReference' }>) => node.identifier,
  footnoteDefinition: (node: Extract<Nodes, { type: 'footnoteDefinition' }>) => node.identifier,
};

type Shape = string | readonly [type: string, fields: unknown, children: readonly Shape[]];

/** Whether two trees say the same, whatever their positions and their spaces. */
export const isSameTree = (a: Nodes, b: Nodes): boolean =>
  JSON.stringify(shapeOf(a)) === JSON.stringify(shapeOf(b));

function shapeOf(node: Nodes): Shape {
  if (node.type === 'text') return collapse(node.value);
  if (isBareAddress(node)) return collapse(toString(node));
  const fields = FIELDS[node.type]?.(node as never) ?? ('value' in node ? node.value : null);
  const children = 'children' in node ? joinTexts((node.children as Nodes[]).map(shapeOf)) : [];
  const id = node.type === 'heading' ? node.data?.id : undefined;
  return [node.type, fields, id ? joinTexts([...children, ` [#${id}]`]) : children];
}

/** GFM makes a link of every address that it finds in text, escaped or not; both are the same to readers. */
function isBareAddress(node: Nodes): boolean {
  if (node.type !== 'link' || node.title || node.children.some(({ type }) => type !== 'text')) return false;
  return isOwnAddress(toString(node), node.url);
}

const collapse = (text: string): string => text.replace(/[ \t\n]+/g, ' ').normalize('NFC');

/** Neighbouring texts are one; spaces at the ends are none. */
function joinTexts(shapes: readonly Shape[]): Shape[] {
  const joined: Shape[] = [];
  for (const shape of shapes) {
    const last = joined.at(-1);
    if (typeof last === 'string' && typeof shape === 'string')
      joined[joined.length - 1] = collapse(last + shape);
    else joined.push(shape);
  }
  const trimmed = joined.map((shape, i) => {
    if (typeof shape !== 'string') return shape;
    const start = i === 0 ? shape.trimStart() : shape;
    return i === joined.length - 1 ? start.trimEnd() : start;
  });
  return trimmed.filter((shape) => shape !== '');
}
