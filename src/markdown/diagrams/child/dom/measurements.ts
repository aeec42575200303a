import type { DOMWindow } from 'jsdom';
import { widthOfText } from '../../../../typesetting/font.ts';
import { EMPTY_BOX, type Box } from '../geometry/box.ts';
import { boxOfElement } from '../geometry/element-box.ts';
import { flattenPath, lengthOf, pointAlong } from '../geometry/flatten.ts';
import { parsePath } from '../geometry/path.ts';
import { anchorOf, fontStyleOf } from '../text/typography.ts';
import { TITLE_INSET } from '../translate/frames.ts';

/**
 * Gives jsdom, which lays nothing out, the measurements that Mermaid asks of a browser. They come from the geometry
 * attributes and from real font metrics; strokes and clipping are not counted.
 */
export function installMeasurements(window: DOMWindow): void {
  // The one computed style that Mermaid reads; jsdom would match every rule of its style sheet to find it.
  window.getComputedStyle = (element) => ({ textAnchor: anchorOf(element) }) as CSSStyleDeclaration;
  const stroke = (element: Element) => flattenPath(parsePath(element.getAttribute('d') ?? '')).flat();
  Object.assign(window.SVGElement.prototype, {
    getBBox(this: Element): Box {
      const box = measure(this);
      if (isHyphenationProbe(this)) return { ...box, width: 1 };
      // Layouts make a frame just as wide as its title.
      return this.closest('.cluster-label') ? { ...box, width: box.width + 2 * TITLE_INSET.x } : box;
    },
    getBoundingClientRect(this: Element) {
      const box = measure(this);
      const { x: left, y: top, width, height } = box;
      return { ...box, left, top, right: left + width, bottom: top + height };
    },
    getComputedTextLength(this: Element): number {
      // Mermaid asks this to wrap labels, between Latin words or else anywhere. They are wrapped by `layoutText`
      // instead, by Japanese phrase, so any row has to seem short enough.
      if (this.classList.contains('text-outer-tspan')) return 0;
      return widthOfText(this.textContent ?? '', fontStyleOf(this));
    },
    getTotalLength(this: Element): number {
      return lengthOf(stroke(this));
    },
    getPointAtLength(this: Element, length: number) {
      const [x, y] = pointAlong(stroke(this), length);
      return { x, y };
    },
  });
}

/**
 * Mermaid measures the conditions of loops and alternatives word by word, each with a space after it, in an SVG of its
 * own, and cuts a word that is too wide with a hyphen. Japanese has no hyphens: such words have to seem narrow.
 */
const isHyphenationProbe = (element: Element): boolean =>
  element.parentElement?.tagName === 'svg' && (element.textContent ?? '').endsWith(' ');

/**
 * Browsers lay out in 64ths. Layouts compare coordinates that they computed in different ways: with more digits than
 * that, ELK no longer finds the end of an edge on the border of its node, and the edge runs along the border.
 */
const snap = (value: number): number => Math.round(value * 64) / 64;

function measure(element: Element): Box {
  const { x, y, width, height } = boxOfElement(element) ?? EMPTY_BOX;
  return { x: snap(x), y: snap(y), width: snap(width), height: snap(height) };
}
