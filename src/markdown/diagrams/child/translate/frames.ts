import { boxOfElement } from '../geometry/element-box.ts';
import { containsBox, uniteBoxes, type Box } from '../geometry/box.ts';
import { mapBox, parseTransform } from '../geometry/matrix.ts';

/** Room between a frame and what it was widened for. */
const MARGIN = 8;
/** From the corner of a frame to its title. */
export const TITLE_INSET = { x: 10, y: 4 };

interface Frame {
  box: Box;
  readonly rects: readonly Element[];
  readonly title: Element | null;
}

/**
 * Puts the titles of frames into their upper left corners, where fewer edges pass than in the middle, and widens
 * frames to hold the labels of the edges in them: ELK makes that room, but Mermaid then shrinks each frame to its nodes
 * and lines, so that a long label lies across the border. Changes the picture.
 */
export function arrangeFrames(svg: Element): void {
  const frames = findFrames(svg);
  const labels = findLabels(svg);
  for (const [i, frame] of frames.entries()) {
    const inner = frames.slice(0, i).filter(({ box }) => isCentreIn(box, frame.box));
    const own = labels.filter(
      (label) => isCentreIn(label, frame.box) && !inner.some(({ box }) => isCentreIn(label, box)),
    );
    widen(frame, [...own, ...inner.map(({ box }) => box)]);
    const { x, y } = frame.box;
    frame.title?.setAttribute('transform', `translate(${x + TITLE_INSET.x}, ${y + TITLE_INSET.y})`);
  }
}

/** From the inside out, so that a frame that grew pushes the ones around it. */
function findFrames(svg: Element): Frame[] {
  const groups = [...svg.querySelectorAll('.cluster, .statediagram-cluster')];
  const frames = groups.flatMap((group): Frame[] => {
    const rects = [...group.querySelectorAll('rect[width]:not(.background)')];
    const box = uniteBoxes(rects.flatMap((rect) => boxOfElement(rect) ?? []));
    return box ? [{ rects, box, title: group.querySelector('.cluster-label') }] : [];
  });
  return frames.sort((a, b) => a.box.width * a.box.height - b.box.width * b.box.height);
}

const findLabels = (svg: Element): Box[] =>
  [...svg.querySelectorAll('.edgeLabel')].flatMap((label) => {
    const box = boxOfElement(label);
    return box && box.width > 0 ? [mapBox(parseTransform(label.getAttribute('transform')), box)] : [];
  });

/** Only the width grows: above and below, ELK's lines keep their distance. */
function widen(frame: Frame, content: readonly Box[]): void {
  const { y, height } = frame.box;
  const wanted = content.map(({ x, width }) => ({ x: x - MARGIN, y, width: width + 2 * MARGIN, height }));
  frame.box = uniteBoxes([frame.box, ...wanted]) ?? frame.box;
  for (const rect of frame.rects) {
    rect.setAttribute('x', String(frame.box.x));
    rect.setAttribute('width', String(frame.box.width));
  }
}

const isCentreIn = (box: Box, frame: Box): boolean =>
  containsBox(frame, { x: box.x + box.width / 2, y: box.y + box.height / 2, width: 0, height: 0 });
