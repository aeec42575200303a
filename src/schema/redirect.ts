import { z } from 'zod';
import { daySchema } from './values.ts';

/** A path of this site, with or without an anchor: `/services/lambda/#timeout`. Never with the deploy base. */
const permalinkSchema = z
  .string()
  .regex(/^\/(?:[a-z0-9-]+\/)*(?:#[a-z0-9]+(?:-[a-z0-9]+)*)?$/, {
    error: '/services/lambda/#timeout のように、/ で始めて / で終えるパスを書きます。',
  })
  .brand<'Permalink'>()
  .describe('サイト内のパス');

export const redirectSchema = z.strictObject({
  from: permalinkSchema.describe('古い場所'),
  to: permalinkSchema.describe('新しい場所'),
  since: daySchema.describe('移した日'),
});

/** `content/redirects.yaml`: append-only. */
export const redirectsSchema = z.array(redirectSchema);

export type Redirect = z.output<typeof redirectSchema>;
