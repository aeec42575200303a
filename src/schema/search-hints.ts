import { z } from 'zod';
import { isSlug } from './slug.ts';
import { lineSchema, questionSchema } from './values.ts';

/** The anchor that every page has without having it written: above the first heading. */
export const TOP_OF_PAGE = 'top';

/**
 * `content/search-hints/<page>.yaml`: for sections of a page, by their anchors, what they are asked for in other words
 * than their own, and what they are about. Readers see none of it; the search tells by it what a sentence means.
 */
export const searchHintsSchema = z.record(
  z.string().refine(isSlug, { error: '見出しの id を書きます（見出しの無いページの初めは top）。' }),
  z.strictObject({
    asked: z
      .array(questionSchema)
      .max(16, { error: '16 までにします。' })
      .default([])
      .describe('この節が答えになる問いの、ほかの言い方'),
    about: z
      .array(lineSchema.max(40, { error: '40 字以内で書きます。' }))
      .max(3, { error: '3 語までにします。' })
      .default([])
      .describe('この節が何についてかを言う語。大事なものから'),
  }),
);

export type SearchHints = z.output<typeof searchHintsSchema>;
