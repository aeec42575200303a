import { uniteBoxes, type Box } from '../geometry/box.ts';
import { shiftOf } from '../geometry/matrix.ts';
import { readRuns, widthOfRuns, wrapRuns, type Run } from './runs.ts';
import { anchorOf, fontStyleOf, isVerticallyCentred, linePitch, MIDDLE, type Anchor } from './typography.ts';

/** One line of a text element, in the element's own coordinates. */
export interface Line {
  readonly x: number;
  readonly baseline: number;
  readonly anchor: Anchor;
  readonly size: number;
  readonly width: number;
  readonly runs: readonly Run[];
}

/** The widest line of a label, in user units: 14 kanji. */
export const WRAPPING_WIDTH = 200;

/** Columns of the tables of an ER diagram. */
const COLUMN = '.attribute-type, .attribute-name, .attribute-keys, .attribute-comment';
/** Labels that Mermaid sets to the left of where they belong. */
const LEFT_SET =
  '.statediagram-state > .label, .mindmap-node > .label, .label.name, path.label-container:not(.outer-path) ~ .label';
/** Labels that may break into lines; members of a class, cells of a table and titles of frames may not. */
const WRAPPED = '.node > .label:not(.name), .edgeLabels';

/**
 * Sets the lines of a text element. Both the measuring that Mermaid asks for and the drawing that is written use this,
 * so that a label is drawn exactly where room was made for it.
 */
export function layoutText(text: Element): Line[] {
  const rows = [...text.children].filter((child) => child.classList.contains('text-outer-tspan'));
  const lines = rows.length > 0 ? setRows(text, rows) : setSpans(text);
  return lines.filter(({ runs }) => runs.length > 0);
}

/** The box of one line: as high as the pitch, so that boxes of lines touch; its sides lie on even widths. */
function boxOfLine({ x, baseline, anchor, size, width }: Line): Box {
  const room = 2 * Math.ceil(width / 2);
  const left = anchor === 'middle' ? x - room / 2 : anchor === 'end' ? x - room : x;
  const height = linePitch(size);
  return { x: left, y: baseline - MIDDLE * size - height / 2, width: room, height };
}

export const boxOfText = (text: Element): Box | undefined => uniteBoxes(layoutText(text).map(boxOfLine));

/** A label: one row for each line that the writer broke, wrapped here, from the top of its box at our own pitch. */
function setRows(text: Element, rows: readonly Element[]): Line[] {
  const { size } = fontStyleOf(text);
  const centre = labelCentre(text);
  const anchor = centre === undefined ? anchorOf(text) : 'middle';
  const wraps = text.closest(WRAPPED) && !text.closest(COLUMN);
  const lines = rows.map(readRuns).flatMap((runs) => (wraps ? wrapRuns(runs, WRAPPING_WIDTH, size) : [runs]));
  return lines.map((runs, i) => {
    const baseline = (i + 0.5) * linePitch(size) + MIDDLE * size;
    return { x: centre ?? 0, baseline, anchor, size, width: widthOfRuns(runs, size), runs };
  });
}

/**
 * Where the middle of a node's label lies, in the text's coordinates; undefined for other texts and for the columns of
 * tables. In flowcharts Mermaid puts the label's origin in the middle and leaves the anchor to its style sheet; in
 * states, mind maps and the heads of tables it sets the text to the left, so there the middle of the node is taken.
 */
function labelCentre(text: Element): number | undefined {
  const label = text.closest('.label');
  if (!label?.parentElement?.classList.contains('node') || label.matches(COLUMN)) return undefined;
  return label.matches(LEFT_SET) ? -shiftOf(label)[0] - shiftOf(text)[0] : 0;
}

/** Any other text: a first position, and tspans that move it. */
function setSpans(text: Element): Line[] {
  const { size } = fontStyleOf(text);
  const anchor = anchorOf(text);
  const drop = isVerticallyCentred(text) ? MIDDLE * size : 0;
  const lines: (Line & { runs: Run[] })[] = [];
  let x = readLength(text, 'x', size) ?? 0;
  let y = (readLength(text, 'y', size) ?? 0) + (readLength(text, 'dy', size) ?? 0);
  const addLine = () => lines.push({ x, baseline: y + drop, anchor, size, width: 0, runs: [] });
  addLine();
  for (const child of text.childNodes) {
    if (isElement(child)) {
      x = readLength(child, 'x', size) ?? x;
      y = (readLength(child, 'y', size) ?? y) + (readLength(child, 'dy', size) ?? 0);
      if (child.hasAttribute('x') || child.hasAttribute('y')) addLine();
    }
    lines.at(-1)?.runs.push(...readRuns(child));
  }
  return lines.map((line) => ({ ...line, width: widthOfRuns(line.runs, size) }));
}

function readLength(element: Element, name: string, size: number): number | undefined {
  const value = element.getAttribute(name);
  if (value === null || value === '') return undefined;
  return parseFloat(value) * (value.endsWith('em') ? size : 1);
}

const isElement = (node: ChildNode): node is Element & ChildNode => node.nodeType === 1;
