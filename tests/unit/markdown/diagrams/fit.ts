import {
  boxAround,
  containsBox,
  uniteBoxes,
  type Box,
} from '../../../../src/markdown/diagrams/child/geometry/box.ts';
import { flattenPath } from '../../../../src/markdown/diagrams/child/geometry/flatten.ts';
import { parsePath } from '../../../../src/markdown/diagrams/child/geometry/path.ts';
import type { Drawing, Outline, Text } from '../../../../src/markdown/diagrams/drawing.ts';
import { widthOfText } from '../../../../src/typesetting/font.ts';

/** Outlines that hold text. */
const HOLDERS: readonly string[] = ['box', 'note', 'row', 'paper', 'tab'];
/** Letters of other fonts may be this much wider, and still the text has to fit. */
const OTHER_FONTS = 1.04;

/**
 * Texts that leave the picture, or the smallest box around their middle. Widths come from the font, as in a browser
 * that has it; heights are those of the letters.
 */
export function findMisfits({ x, y, width, height, outlines, texts }: Drawing): string[] {
  const picture = { x, y, width, height };
  return texts.flatMap((text) => {
    const box = boxOfWords(text);
    const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2, width: 0, height: 0 };
    const [holder] = outlines
      .filter(({ role }) => HOLDERS.includes(role) && text.role === 'label')
      .map(boxOfOutline)
      .filter((candidate) => containsBox(candidate, centre))
      .sort((a, b) => a.width * a.height - b.width * b.height);
    const words = text.lines.map(({ runs }) => runs.map((run) => run.text).join('')).join(' ');
    return containsBox(holder ?? picture, box, 0.5) && containsBox(picture, box) ? [] : [words];
  });
}

export function boxOfWords({ lines, size, anchor }: Text): Box {
  const boxes = lines.map((line): Box => {
    const width = line.runs.reduce(
      (sum, { text, bold = false }) => sum + widthOfText(text, { size, bold }) * OTHER_FONTS,
      0,
    );
    const left = { start: 0, middle: width / 2, end: width }[anchor];
    return { x: line.x - left, y: line.y - 0.88 * size, width, height: size };
  });
  return uniteBoxes(boxes) as Box;
}

function boxOfOutline(outline: Outline): Box {
  switch (outline.tag) {
    case 'rect':
      return outline;
    case 'circle': {
      const { cx, cy, r } = outline;
      return { x: cx - r, y: cy - r, width: 2 * r, height: 2 * r };
    }
    case 'path':
      return boxAround(flattenPath(parsePath(outline.d)).flat()) as Box;
  }
}
