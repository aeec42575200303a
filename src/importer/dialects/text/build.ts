import type {
  BlockContent,
  Code,
  DefinitionContent,
  Heading,
  List,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  Strong,
  Table,
  TableCell,
  TableRow,
} from 'mdast';
import type { Range } from '../dialect.ts';
import { inline } from './inline.ts';
import type { Source } from './source.ts';

/** The nodes that the plain-text dialects make; each takes its place from the characters it stands for. */

type Flow = BlockContent | DefinitionContent;
type Depth = Heading['depth'];

export const depthOf = (level: number): Depth => Math.min(6, Math.max(1, level)) as Depth;

export const heading = (source: Source, level: number, range: Range): Heading => ({
  type: 'heading',
  depth: depthOf(level),
  children: inline(source, range),
  position: source.position(range.start, range.end),
});

export const paragraph = (source: Source, ...ranges: Range[]): Paragraph => {
  const children = ranges.flatMap((range, index): PhrasingContent[] => [
    ...(index > 0 ? [{ type: 'break' as const, position: source.position(range.start, range.start) }] : []),
    ...inline(source, range),
  ]);
  const start = ranges[0]?.start ?? source.start;
  return { type: 'paragraph', children, position: source.position(start, ranges.at(-1)?.end ?? start) };
};

export const strong = (source: Source, range: Range): Strong => ({
  type: 'strong',
  children: inline(source, range),
  position: source.position(range.start, range.end),
});

export const paragraphOf = (source: Source, children: PhrasingContent[]): Paragraph => ({
  type: 'paragraph',
  children,
  position: around(source, children),
});

export const listItem = (source: Source, children: Flow[]): ListItem => ({
  type: 'listItem',
  spread: false,
  children,
  position: around(source, children),
});

export const list = (source: Source, ordered: boolean, children: ListItem[], start = 1): List => ({
  type: 'list',
  ordered,
  spread: false,
  ...(ordered ? { start } : {}),
  children,
  position: around(source, children),
});

export const code = (source: Source, value: string, range: Range): Code => ({
  type: 'code',
  lang: null,
  meta: null,
  value,
  position: source.position(range.start, range.end),
});

export const cell = (source: Source, children: PhrasingContent[], at: Range): TableCell => ({
  type: 'tableCell',
  children,
  position: source.position(at.start, at.end),
});

export const row = (source: Source, children: TableCell[], at: Range): TableRow => ({
  type: 'tableRow',
  children,
  position: source.position(at.start, at.end),
});

export const table = (source: Source, children: TableRow[], at: Range): Table => ({
  type: 'table',
  align: [],
  children,
  position: source.position(at.start, at.end),
});

/** From the start of the first node to the end of the last. */
const around = (source: Source, nodes: readonly Nodes[]): NonNullable<Nodes['position']> => {
  const start = nodes[0]?.position?.start.offset ?? source.start;
  return source.position(start, nodes.at(-1)?.position?.end.offset ?? start);
};
