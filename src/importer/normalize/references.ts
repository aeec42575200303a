import type { Definition, PhrasingContent, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { Pass } from './pass.ts';

/**
 * Puts the address of each reference where the reference stands, because a note is cut into several files. A
 * definition that nothing refers to stays as a link of its own.
 */
export const inlineReferences: Pass = (tree) => {
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
    const { url, position } = node;
    const label: PhrasingContent = { type: 'text', value: node.label ?? node.identifier, position };
    const rest: RootContent[] = used.has(node.identifier.toLowerCase())
      ? []
      : [{ type: 'paragraph', children: [{ type: 'link', url, children: [label], position }], position }];
    (parent.children as RootContent[]).splice(index, 1, ...rest);
    return [SKIP, index];
  });
};
