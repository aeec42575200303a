import { z } from 'zod';
import { lineSchema, webUrlSchema } from './values.ts';

export const sourceSchema = z.strictObject({
  title: lineSchema.describe('出典の題名'),
  url: webUrlSchema,
  kind: z.enum(['official', 'note']).describe('official = AWS などの公式文書、note = 個人の記事や元のメモ'),
});

export type Source = z.infer<typeof sourceSchema>;
