/**
 * The kinds of diagram that are drawn well, by the keyword that begins them. Pie, gantt, C4 and architecture are not:
 * their colours or text positions are fixed in a way that neither follows the colour scheme nor fits Japanese text.
 */
const KINDS = {
  flowchart: 'flowchart',
  graph: 'flowchart',
  sequenceDiagram: 'sequenceDiagram',
  'stateDiagram-v2': 'stateDiagram-v2',
  classDiagram: 'classDiagram',
  erDiagram: 'erDiagram',
  mindmap: 'mindmap',
} as const;

export type DiagramKind = (typeof KINDS)[keyof typeof KINDS];

export const kindOf = (keyword: string): DiagramKind | undefined =>
  Object.hasOwn(KINDS, keyword) ? KINDS[keyword as keyof typeof KINDS] : undefined;
