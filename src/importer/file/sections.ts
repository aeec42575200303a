import type { Heading, Root, RootContent } from 'mdast';

/** A heading with what stands below it, down to the next heading of its level. */
export interface Section {
  /** Undefined for what stands before the first heading. */
  readonly heading: Heading | undefined;
  readonly depth: number;
  readonly blocks: RootContent[];
  readonly children: Section[];
}

/** The headings of a flat tree as nested sections. */
export function nestSections(tree: Root): Section {
  const root: Section = { heading: undefined, depth: 0, blocks: [], children: [] };
  const open = [root];
  for (const node of tree.children) {
    if (node.type !== 'heading') {
      open.at(-1)?.blocks.push(node);
      continue;
    }
    while ((open.at(-1)?.depth ?? 0) >= node.depth) open.pop();
    const section: Section = { heading: node, depth: node.depth, blocks: [], children: [] };
    open.at(-1)?.children.push(section);
    open.push(section);
  }
  return root;
}

/** Everything of a section below its heading, headings included, in reading order. */
export const flattenSection = ({ blocks, children }: Pick<Section, 'blocks' | 'children'>): RootContent[] => [
  ...blocks,
  ...children.flatMap((child) => [...(child.heading ? [child.heading] : []), ...flattenSection(child)]),
];
