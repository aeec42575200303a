import type { FootnoteDefinition, Nodes, Parents, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { aside } from '../../../nodes.ts';
import type { MarkdownContext, MarkdownMark } from '../mark.ts';

/**
 * Footnotes move to where they are referred to, as an aside below that block: a note is cut into several files, and
 * what stands at its end would be lost to the others. One that nothing refers to stays where it is.
 */
export const footnotes: MarkdownMark = {
  shape: (tree, context) => {
    const definitions = new Map<string, FootnoteDefinition>();
    visit(tree, 'footnoteDefinition', (node) => {
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
    });
    if (definitions.size === 0) return;
    const moved = new Set<FootnoteDefinition>();
    tree.children = tree.children.flatMap((block): RootContent[] => {
      const notes = takeReferences(block, context).flatMap((identifier) => {
        const note = definitions.get(identifier);
        if (!note || moved.has(note) || contains(block, note)) return [];
        moved.add(note);
        return [aside([...note.children], { position: note.position })];
      });
      return [block, ...notes];
    });
    removeDefinitions(tree, moved, context);
  },
};

/** Takes the references out of a block; their names, in order. */
function takeReferences(block: Nodes, { marks }: MarkdownContext): string[] {
  const found: string[] = [];
  visit(block, 'footnoteReference', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    found.push(node.identifier);
    marks.push({ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 });
    (parent as Parents).children.splice(index, 1);
    return [SKIP, index];
  });
  return found;
}

function contains(block: Nodes, wanted: Nodes): boolean {
  let found = false;
  visit(block, (node) => {
    found ||= node === wanted;
  });
  return found;
}

function removeDefinitions(
  tree: Nodes,
  moved: ReadonlySet<FootnoteDefinition>,
  { source, marks }: MarkdownContext,
): void {
  visit(tree, 'footnoteDefinition', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const start = node.position?.start.offset ?? 0;
    marks.push({ start, end: source.text.indexOf(']', start) + 1 });
    (parent as Parents).children.splice(index, 1, ...((moved.has(node) ? [] : node.children) as never[]));
    return [SKIP, index];
  });
}
