import type { Text } from '../../drawing.ts';
import type { Point } from '../geometry/box.ts';
import { layoutText } from '../text/lines.ts';
import { joinRuns } from '../text/runs.ts';
import { round } from './path-data.ts';
import { roleOfText, toneOf } from './roles.ts';

/** Mermaid sets the name of a stick figure onto its feet, and the kind of a frame below the middle of its tab. */
const NUDGES: readonly (readonly [selector: string, distance: number])[] = [
  ['.actor-man', 6],
  ['.labelText', -3],
];

/**
 * A text with all its lines; undefined when it is empty.
 *
 * @param shift by how much the groups around it move it
 */
export function translateText(element: Element, [dx, dy]: Point): Text | undefined {
  const lines = layoutText(element);
  const [first] = lines;
  if (!first) return undefined;
  const tone = toneOf(element);
  const drop = dy + (NUDGES.find(([selector]) => element.matches(selector))?.[1] ?? 0);
  return {
    role: roleOfText(element),
    ...(tone && { tone }),
    anchor: first.anchor,
    size: first.size,
    lines: lines.map(({ x, baseline, runs }) => ({
      x: round(x + dx),
      y: round(baseline + drop),
      runs: joinRuns(runs).map(({ text, bold, italic }) => ({
        text,
        ...(bold && { bold }),
        ...(italic && { italic }),
      })),
    })),
  };
}
