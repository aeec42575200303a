import type { Role, TextRole } from '../../drawing.ts';
import { isTone, type Tone } from '../../tones.ts';

/** The colour in which Mermaid is told to draw lines. Only by it can a fork be told from a choice. */
export const INK = '#000001';

/** What an element of Mermaid's picture becomes; the first selector that matches decides. `none` is left out. */
const SHAPE_ROLES: readonly (readonly [selector: string, role: Role | 'none'])[] = [
  // The ground behind a label is only drawn where Mermaid gave it a size.
  ['.background[width]', 'paper'],
  ['.background, rect:not([width])', 'none'],
  // Helpers of the layout, and the lower half of a composite state.
  ['.note-cluster rect, rect.inner, [stroke-opacity="0"] *, rect.text', 'none'],
  ['.cluster rect, .statediagram-cluster rect, rect.rect', 'frame'],
  ['rect.note, .statediagram-note *, .node:has(> .noteLabel) *', 'note'],
  ['.row-rect-odd *, .row-rect-even *', 'row'],
  ['[class^="node-line"]', 'none'],
  ['.node .divider, .node .divider *', 'rule'],
  [`.state-start, .statediagram-state path[fill="${INK}"], .statediagram .outer-path + g *`, 'dot'],
  ['.statediagram .node:not(:has(.label)) > .outer-path *', 'ring'],
  // A comment is text beside a brace.
  ['.node > .text path', 'ring'],
  ['.edge-thickness-invisible', 'none'],
  ['.edgePaths path, .messageLine0, .messageLine1', 'edge'],
  ['.actor-line', 'lifeline'],
  ['[class^="activation"]', 'activation'],
  ['.loopLine', 'fragment'],
  ['.labelBox', 'tab'],
  ['.node *, .actor, .actor *, .actor-man *', 'box'],
];

const TEXT_ROLES: readonly (readonly [selector: string, role: TextRole])[] = [
  ['.sequenceNumber', 'number'],
  ['.cluster-label text, .edgeTerminals text, .messageText, .loopText, .sectionTitle, .actor-man', 'caption'],
];

/** The role of a shape; undefined when the table does not know it. */
export const roleOfShape = (element: Element): Role | 'none' | undefined =>
  SHAPE_ROLES.find(([selector]) => element.matches(selector))?.[1];

export const roleOfText = (element: Element): TextRole =>
  TEXT_ROLES.find(([selector]) => element.matches(selector))?.[1] ?? 'label';

/** The tone that the writer gave the node, group or state around an element. */
export function toneOf(element: Element): Tone | undefined {
  const owner = element.closest('.node, .cluster, .statediagram-cluster');
  return owner ? [...owner.classList].find(isTone) : undefined;
}
