import { uniteBoxes, type Box } from '../geometry/box.ts';
import { boxOfElement } from '../geometry/element-box.ts';
import { mapBox, parseTransform } from '../geometry/matrix.ts';

/** Room between a condition and the border of its frame. */
const MARGIN = 8;

/**
 * Widens the frames of loops and alternatives to the right until their conditions fit: around messages of one actor
 * to itself Mermaid draws them narrower than that. Changes the picture.
 */
export function widenFragments(svg: Element): void {
  const fragments = [...svg.querySelectorAll('[data-et="control-structure"]')].map((group) => ({
    group,
    box: uniteBoxes([...group.querySelectorAll('.loopLine')].flatMap((line) => boxOfElement(line) ?? [])),
  }));
  fragments.sort((a, b) => (a.box?.height ?? 0) - (b.box?.height ?? 0));
  for (const [i, { group, box }] of fragments.entries()) {
    if (!box) continue;
    for (const text of group.querySelectorAll('.loopText'))
      moveBesideTab(text, group.querySelector('.labelBox'));
    const texts = [...group.querySelectorAll('.loopText, .sectionTitle')].flatMap(boxInPicture);
    const inner = fragments
      .slice(0, i)
      .flatMap((other) => (other.box && liesIn(other.box, box) ? [other.box] : []));
    const right = Math.max(rightOf(box), ...[...texts, ...inner].map((content) => rightOf(content) + MARGIN));
    for (const line of group.querySelectorAll('.loopLine'))
      for (const end of ['x1', 'x2'])
        if (Number(line.getAttribute(end)) === rightOf(box)) line.setAttribute(end, String(right));
    fragments[i] = { group, box: { ...box, width: right - box.x } };
  }
}

/** A condition that is as wide as its frame would lie on the tab. */
function moveBesideTab(text: Element, tab: Element | null): void {
  const [textBox, tabBox] = [boxOfElement(text), tab && boxOfElement(tab)];
  if (!textBox || !tabBox) return;
  const overlap = rightOf(tabBox) + MARGIN - textBox.x;
  if (overlap > 0) text.setAttribute('transform', `translate(${overlap}, 0)`);
}

const boxInPicture = (element: Element): Box[] => {
  const box = boxOfElement(element);
  return box ? [mapBox(parseTransform(element.getAttribute('transform')), box)] : [];
};

const rightOf = ({ x, width }: Box): number => x + width;

/** Fragments nest and never overlap in height. */
const liesIn = (inner: Box, outer: Box): boolean =>
  inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height;
