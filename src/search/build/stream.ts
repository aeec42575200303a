import type { SearchPage, SearchSection } from '../pages/search-page.ts';
import {
  LEAST,
  PER_LEVEL,
  PER_WORD,
  WEIGHTS,
  WINDOW,
  WITHIN,
  type TextSection,
  type TextWindow,
} from '../layout.ts';
import { END, tokenize, tokenizeParts } from '../tokens/index.ts';

/** Words of the index that follow each other. */
export interface StreamBlock {
  /** In steps of 1/24. */
  readonly weight: number;
  readonly words: readonly string[];
  /** Which of the words, by number, begin inside a katakana word: these weigh less. */
  readonly within: readonly number[];
}

/** The weight of each word of a block. */
export function weighWords({ weight, words, within }: StreamBlock): number[] {
  const inside = new Set(within);
  return words.map((_, i) => (inside.has(i) ? weight - WITHIN : weight));
}

/** A page as the index sees it, and as it is shown. */
export interface PageStream {
  readonly blocks: readonly StreamBlock[];
  readonly windows: readonly TextWindow[];
  /** The position where each section begins, with its heading. */
  readonly starts: readonly number[];
}

/**
 * Lays out the words of a page: title, then section by section its heading, its text and the parts of its compound
 * words. Each block ends with a word of its own, so that no phrase reaches over the border.
 */
export function layOut(page: SearchPage): PageStream {
  const blocks: StreamBlock[] = [];
  const placed = page.sections.map((section) => ({
    section,
    blocks: [...section.questions, ...section.blocks].map((text) => ({ text, start: 0, end: 0 })),
  }));
  let position = 0;
  const add = (weight: number, words: readonly string[], within: readonly number[] = []) => {
    if (words.length === 0) return;
    blocks.push({ weight, words: [...words, END], within });
    position += words.length + 1;
  };
  const addText = (weight: number, text: string) => {
    const tokens = tokenize(text);
    const within = tokens.flatMap((token, i) => (token.within ? [i] : []));
    add(
      weight,
      tokens.map(({ code }) => code),
      within,
    );
  };
  const addHeading = (weight: number, text: string) => {
    addText(weight, text);
    // A page is not named by a part of a word: a title about caches comes before ElastiCache.
    add(Math.min(weight, WEIGHTS.heading), tokenizeParts(text));
  };
  addHeading(titleWeight(page.title), page.title);
  const spans: Span[] = [];
  for (const { section, blocks: texts } of placed) {
    const start = position;
    if (section.heading !== undefined) addHeading(headingWeight(section), section.heading);
    for (const text of texts) {
      text.start = position;
      addText(WEIGHTS.body, text.text);
      text.end = position;
    }
    add(
      WEIGHTS.body,
      texts.flatMap(({ text }) => tokenizeParts(text)),
    );
    spans.push({ start, end: position });
  }
  const windows = Array.from({ length: Math.max(1, Math.ceil(position / WINDOW)) }, (_, i): TextWindow => {
    const inside = ({ start, end }: Span) => start < (i + 1) * WINDOW && end > i * WINDOW;
    const sections = placed.flatMap(({ section: { id, heading }, blocks: texts }, n): TextSection[] => {
      const { start = 0, end = 0 } = spans[n] ?? {};
      if (!inside({ start, end })) return [];
      // A heading brings the beginning of its text along, even if that stands in the next window.
      const begins = inside({ start, end: texts[0]?.start ?? end });
      const shown = texts.filter((text, k) => inside(text) || (begins && k < WITH_HEADING));
      return [
        {
          at: start,
          ...(id !== undefined && { id }),
          ...(heading !== undefined && { heading }),
          blocks: shown.map(({ text }) => text),
        },
      ];
    });
    return { path: page.path, title: page.title, breadcrumb: page.breadcrumb, sections };
  });
  return { blocks, windows, starts: spans.map(({ start }) => start) };
}

/** Positions, from the first to before the last. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** Blocks of a section that are in the window of its heading. */
const WITH_HEADING = 2;

const titleWeight = (title: string): number =>
  Math.max(LEAST.title, WEIGHTS.title - tokenize(title).length * PER_WORD);

/** The deeper a heading, the less it weighs. */
const headingWeight = ({ level, heading = '' }: SearchSection): number =>
  Math.max(LEAST.heading, WEIGHTS.heading - (level - 2) * PER_LEVEL - tokenize(heading).length * PER_WORD);
