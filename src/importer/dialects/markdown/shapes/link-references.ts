import type { Definition, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { isOwnAddress } from '../../../own-address.ts';
import type { MarkdownContext, MarkdownMark } from '../mark.ts';

/**
 * Puts the address of each reference where the reference stands, because a note is cut into several files. A
 * definition that nothing refers to stays as a link of its own, and so does a second one of a label that says
 * something else than the first, which counts.
 */
export const linkReferences: MarkdownMark = {
  shape: (tree, context) => {
    const definitions = new Map<string, Definition>();
    visit(tree, 'definition', (node) => {
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
    });
    if (definitions.size === 0) return;
    const { used, repeated } = inlineReferences(tree, definitions, context);
    visit(tree, 'definition', (node, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const first = definitions.get(node.identifier);
      const stands = !used.has(node) && !(first && first !== node && isSame(first, node));
      if (!stands) markBetween(node, '[', ']:', context);
      // What the first definition or the words of the link say is not written again.
      if (!stands && first !== node) context.marks.push(rangeOf(node));
      else if (repeated.has(node) || (stands && isOwnAddress(node.label ?? '', node.url)))
        markAddress(node, context);
      (parent.children as RootContent[]).splice(index, 1, ...(stands ? [linkOf(node, context)] : []));
      return [SKIP, index];
    });
  },
};

const isSame = (a: Definition, b: Definition): boolean => a.url === b.url && a.title === b.title;

/** Which definitions something refers to, and which addresses are the very words of their references. */
function inlineReferences(
  tree: Root,
  definitions: ReadonlyMap<string, Definition>,
  context: MarkdownContext,
): { used: ReadonlySet<Definition>; repeated: ReadonlySet<Definition> } {
  const used = new Set<Definition>();
  const repeated = new Set<Definition>();
  visit(tree, (node, index, parent) => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return undefined;
    const definition = definitions.get(node.identifier);
    if (!parent || index === undefined || !definition) return undefined;
    used.add(definition);
    // `[text][label]`: the label is structure.
    if (node.referenceType === 'full') markBetween(node, '][', undefined, context);
    const { position } = node;
    const { url, title } = definition;
    if (node.type === 'linkReference' && isOwnAddress(toString(node), url)) repeated.add(definition);
    const replacement: PhrasingContent =
      node.type === 'imageReference'
        ? { type: 'image', url, alt: node.alt ?? null, title: title ?? null, position }
        : { type: 'link', url, title: title ?? null, children: node.children, position };
    (parent.children as RootContent[]).splice(index, 1, replacement);
    return index;
  });
  return { used, repeated };
}

function linkOf(node: Definition, { source }: MarkdownContext): RootContent {
  const { url, title, label, identifier, position } = node;
  const at = rangeOf(node).start + 1;
  const place = source.position(at, source.text.indexOf(']:', at));
  const text: PhrasingContent = { type: 'text', value: label ?? identifier, position: place };
  return {
    type: 'paragraph',
    children: [{ type: 'link', url, title: title ?? null, children: [text], position }],
    position,
  };
}

/** Marks what of a node stands from the last `open`, or up to the first `close`. */
function markBetween(
  node: Nodes,
  open: string,
  close: string | undefined,
  { source, marks }: MarkdownContext,
): void {
  const { start, end } = rangeOf(node);
  const text = source.text.slice(start, end);
  const from = close === undefined ? text.lastIndexOf(open) : text.indexOf(open);
  const to = close === undefined ? text.length : text.indexOf(close);
  if (from >= 0 && to > from) marks.push({ start: start + from, end: start + to });
}

/** Marks the address of a definition, not its title. */
function markAddress(node: Definition, { source, marks }: MarkdownContext): void {
  const { start, end } = rangeOf(node);
  const at = source.text.indexOf(node.url, source.text.indexOf(']:', start));
  if (at >= start && at < end) marks.push({ start: at, end: at + node.url.length });
}

const rangeOf = ({ position }: Nodes): { start: number; end: number } => ({
  start: position?.start.offset ?? 0,
  end: position?.end.offset ?? 0,
});
