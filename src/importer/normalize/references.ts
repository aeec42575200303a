import type { Definition, Nodes, PhrasingContent, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { rangeOf, type Pass, type PassContext } from './pass.ts';

/**
 * Puts the address of each reference where the reference stands, because a note is cut into several files. A
 * definition that nothing refers to stays as a link of its own.
 */
export const inlineReferences: Pass = (tree, context) => {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    const key = node.identifier.toLowerCase();
    if (!definitions.has(key)) definitions.set(key, node);
  });
  const used = new Set<string>();
  visit(tree, (node, index, parent) => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return undefined;
    const key = node.identifier.toLowerCase();
    const definition = definitions.get(key);
    if (!parent || index === undefined) return undefined;
    used.add(key);
    // `[text][label]`: the label is structure.
    if (node.referenceType === 'full') markBetween(node, '][', undefined, context);
    const { position } = node;
    const url = definition?.url ?? '';
    const replacement: PhrasingContent[] =
      node.type === 'imageReference'
        ? [{ type: 'image', url, alt: node.alt ?? null, title: definition?.title ?? null, position }]
        : definition
          ? [{ type: 'link', url, title: definition.title ?? null, children: node.children, position }]
          : node.children;
    (parent.children as RootContent[]).splice(index, 1, ...replacement);
    return index;
  });
  visit(tree, 'definition', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const { url, title, position } = node;
    if (used.has(node.identifier.toLowerCase())) markBetween(node, '[', ']:', context);
    const label: PhrasingContent = { type: 'text', value: node.label ?? node.identifier, position };
    const rest: RootContent[] = used.has(node.identifier.toLowerCase())
      ? []
      : [
          {
            type: 'paragraph',
            children: [{ type: 'link', url, title: title ?? null, children: [label], position }],
            position,
          },
        ];
    (parent.children as RootContent[]).splice(index, 1, ...rest);
    return [SKIP, index];
  });
};

/** Marks what of a node stands from the last `open`, or up to the first `close`. */
function markBetween(
  node: Nodes,
  open: string,
  close: string | undefined,
  { note, marks }: PassContext,
): void {
  const range = rangeOf(node);
  if (!range) return;
  const text = note.text.slice(range.start, range.end);
  const from = close === undefined ? text.lastIndexOf(open) : text.indexOf(open);
  const to = close === undefined ? text.length : text.indexOf(close);
  if (from >= 0 && to > from) marks.push({ start: range.start + from, end: range.start + to });
}
