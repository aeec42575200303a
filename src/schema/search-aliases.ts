import { z } from 'zod';
import { lineSchema } from './values.ts';

/**
 * `content/search-aliases.yaml`: groups of words that mean the same to a searcher and belong to no single service
 * or term (English for Japanese, spellings). Each group needs a reason, so that it can be reviewed.
 */
export const searchAliasesSchema = z.array(
  z.strictObject({
    words: z.array(lineSchema).min(2, { error: '2 語以上を並べます。' }).describe('同じ意味で探される語'),
    why: lineSchema.describe('この組がなぜ要るか'),
  }),
);

export type SearchAliasGroup = z.output<typeof searchAliasesSchema>[number];
