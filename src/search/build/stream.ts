import type { SearchPage, SearchSection } from '../pages/search-page.ts';
import { LEAST, WEIGHTS, WINDOW, type TextWindow } from '../layout.ts';
import { END, tokenize, tokenizeParts } from '../tokens/index.ts';

/** Words of the index that share a weight and follow each other. */
export interface StreamBlock {
  readonly weight: number;
  readonly words: readonly string[];
}

/** A page as the index sees it, and as it is shown. */
export interface PageStream {
  readonly blocks: readonly StreamBlock[];
  readonly windows: readonly TextWindow[];
}

/**
 * Lays out the words of a page: title, then section by section its heading, its text and the parts of its compound
 * words. Each block ends with a word of its own, so that no phrase reaches over the border.
 */
export function layOut(page: SearchPage): PageStream {
  const blocks: StreamBlock[] = [];
  const placed = page.sections.map((section) => ({
    section,
    blocks: section.blocks.map((text) => ({ text, start: 0, end: 0 })),
  }));
  let position = 0;
  const add = (weight: number, words: readonly string[]) => {
    if (words.length === 0) return;
    blocks.push({ weight, words: [...words, END] });
    position += words.length + 1;
  };
  const addHeading = (weight: number, text: string) => {
    const words = tokenize(text).map(({ code }) => code);
    add(weight, words);
    add(weight, tokenizeParts(text));
  };
  addHeading(titleWeight(page.title), page.title);
  const spans: { start: number; end: number }[] = [];
  for (const { section, blocks: texts } of placed) {
    const start = position;
    if (section.heading !== undefined) addHeading(headingWeight(section), section.heading);
    for (const text of texts) {
      text.start = position;
      add(
        WEIGHTS.body,
        tokenize(text.text).map(({ code }) => code),
      );
      text.end = position;
    }
    add(WEIGHTS.body, section.blocks.flatMap(tokenizeParts));
    spans.push({ start, end: position });
  }
  const windows = Array.from({ length: Math.max(1, Math.ceil(position / WINDOW)) }, (_, i): TextWindow => {
    const inside = ({ start, end }: { start: number; end: number }) =>
      start < (i + 1) * WINDOW && end > i * WINDOW;
    return {
      path: page.path,
      title: page.title,
      breadcrumb: page.breadcrumb,
      sections: placed.flatMap(({ section: { id, heading }, blocks: texts }, n) =>
        inside(spans[n] ?? { start: 0, end: 0 })
          ? [
              {
                ...(id !== undefined && { id }),
                ...(heading !== undefined && { heading }),
                blocks: texts.filter(inside).map(({ text }) => text),
              },
            ]
          : [],
      ),
    };
  });
  return { blocks, windows };
}

const titleWeight = (title: string): number =>
  Math.max(LEAST.title, WEIGHTS.title - tokenize(title).length * WEIGHTS.step);

/** The deeper a heading, the less it weighs. */
const headingWeight = ({ level, heading = '' }: SearchSection): number =>
  Math.max(LEAST.heading, WEIGHTS.heading - (level - 2) * 0.5 - tokenize(heading).length * WEIGHTS.step);
