import type { LayoutLoaderDefinition, LayoutData } from 'mermaid';

/** Between a node and its children, and between neighbours, in user units. */
const LEVEL_GAP = 48;
const NEIGHBOUR_GAP = 12;
const MARGIN = 8;

interface Branch {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly children: Branch[];
  /** Centre, once placed. */
  x: number;
  y: number;
}

/**
 * Draws mind maps as a tree from left to right: one column a level, one row a leaf. Mermaid's own layouts grow either
 * downwards, which makes wide pictures of short words, or in all directions, which nobody reads in order.
 */
export const mindmapLayout: LayoutLoaderDefinition = {
  name: 'tree',
  loader: () => Promise.resolve({ render: renderTree }),
};

type Render = Awaited<ReturnType<LayoutLoaderDefinition['loader']>>['render'];

const renderTree: Render = async (data, svg, { insertNode }) => {
  const root = svg.select('g');
  const edges = root.append('g').attr('class', 'edgePaths');
  const nodes = root.append('g').attr('class', 'nodes');
  const branches = new Map<string, Branch & { element: SVGGraphicsElement }>();
  for (const node of data.nodes) {
    if (node.isGroup) continue;
    const inserted = await insertNode(nodes, node, { config: data.config, dir: 'LR' });
    const element = inserted.node() as SVGGraphicsElement;
    const { width, height } = element.getBBox();
    branches.set(node.id, { id: node.id, element, width, height, children: [], x: 0, y: 0 });
  }
  const top = linkBranches(data, branches);
  if (!top) return;
  placeBranches(top);
  for (const branch of branches.values()) {
    branch.element.setAttribute('transform', `translate(${branch.x}, ${branch.y})`);
    for (const child of branch.children) {
      const weight = branch === top ? 'edge-thickness-thick' : 'edge-thickness-normal';
      edges.append('path').attr('class', weight).attr('d', connect(branch, child));
    }
  }
};

/** Hangs each branch on its parent, in the order of the text; returns the one that has none. */
function linkBranches({ edges }: LayoutData, branches: ReadonlyMap<string, Branch>): Branch | undefined {
  const children = new Set<string>();
  for (const { start, end } of edges) {
    const child = branches.get(end ?? '');
    const parent = branches.get(start ?? '');
    if (!child || !parent) continue;
    parent.children.push(child);
    children.add(child.id);
  }
  return [...branches.values()].find(({ id }) => !children.has(id));
}

function placeBranches(top: Branch): void {
  const columns: number[] = [];
  const measure = (branch: Branch, level: number): void => {
    columns[level] = Math.max(columns[level] ?? 0, branch.width);
    for (const child of branch.children) measure(child, level + 1);
  };
  measure(top, 0);

  let row = MARGIN;
  const place = (branch: Branch, level: number): void => {
    const left = columns.slice(0, level).reduce((sum, width) => sum + width + LEVEL_GAP, MARGIN);
    branch.x = left + branch.width / 2;
    const from = row;
    for (const child of branch.children) place(child, level + 1);
    const [first, last] = [branch.children[0], branch.children.at(-1)];
    const spare = Math.max(0, branch.height - (row - from - NEIGHBOUR_GAP));
    if (!first || !last) branch.y = from + branch.height / 2;
    else {
      for (const child of branch.children) lower(child, spare / 2);
      branch.y = (first.y + last.y) / 2;
    }
    row = Math.max(row, from + branch.height + NEIGHBOUR_GAP);
  };
  place(top, 0);
}

function lower(branch: Branch, distance: number): void {
  branch.y += distance;
  for (const child of branch.children) lower(child, distance);
}

/** A curve that leaves the parent to the right and reaches the child from the left. */
function connect(parent: Branch, child: Branch): string {
  const [x1, x2] = [parent.x + parent.width / 2, child.x - child.width / 2];
  const middle = (x1 + x2) / 2;
  return `M${x1},${parent.y}C${middle},${parent.y},${middle},${child.y},${x2},${child.y}`;
}
