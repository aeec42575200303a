import type { FontStyle } from '../../../../typesetting/font.ts';

/** Text size of all labels, in user units; the style sheet must not change it, boxes are measured with it. */
export const FONT_SIZE = 14;
/** Baseline to baseline: Japanese needs more air than Mermaid's 1.1 em. Even, so that halves of boxes are whole. */
export const linePitch = (size: number): number => 2 * Math.round(size * 0.72);
/** The height above the baseline at which letters and kanji look centred, in em. */
export const MIDDLE = 0.37;

export type Anchor = 'start' | 'middle' | 'end';

/** Where Mermaid's own style sheet would make text smaller. */
const SMALL = { selector: '.edgeTerminals', size: 12 };

export function fontStyleOf(element: Element): FontStyle {
  return {
    size: element.closest(SMALL.selector)
      ? SMALL.size
      : (inherited(element, 'font-size', readSize) ?? FONT_SIZE),
    bold: inherited(element, 'font-weight', (value) => /^bold|^[6-9]00$/.test(value) || undefined) ?? false,
  };
}

export const isItalic = (element: Element): boolean =>
  inherited(element, 'font-style', (value) => value === 'italic' || undefined) ?? false;

export const anchorOf = (element: Element): Anchor =>
  inherited(element, 'text-anchor', (value) => (isAnchor(value) ? value : undefined)) ?? 'start';

/** True when y names the middle of the line and not its baseline. */
export const isVerticallyCentred = (element: Element): boolean =>
  inherited(element, 'dominant-baseline', (value) => /central|middle/.test(value)) ?? false;

/** The first value that `read` accepts, from the element outwards; a style declaration wins over the attribute. */
function inherited<T>(element: Element, name: string, read: (value: string) => T | undefined): T | undefined {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const value = (at as SVGElement).style?.getPropertyValue(name) || at.getAttribute(name);
    const found = value ? read(value) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

const readSize = (value: string): number | undefined => {
  const size = parseFloat(value);
  return /^[\d.]+(px)?$/.test(value) && size > 0 ? size : undefined;
};

const isAnchor = (value: string): value is Anchor => /^(start|middle|end)$/.test(value);
