import { z } from 'zod';
import { lineSchema } from './values.ts';

export const dialectSchema = z.enum(['blog', 'scrap', 'mkdocs', 'outline']).describe('元のメモの書式');

const sha256Schema = z
  .string()
  .regex(/^[0-9a-f]{64}$/, { error: 'SHA-256 は 16 進 64 桁です。' })
  .brand<'Sha256'>();

/** Where an imported note came from. Written by the importer only. */
export const provenanceSchema = z.strictObject({
  file: lineSchema.describe('元のファイル名'),
  dialect: dialectSchema,
  sha256: sha256Schema.describe('元のファイルの SHA-256'),
  lines: z
    .array(z.tuple([z.int().positive(), z.int().positive()]))
    .min(1)
    .describe('元のファイルの行の範囲（[始まり, 終わり] の列）'),
  written: sha256Schema.describe(
    'この行を除いたファイル全体の SHA-256。取り込みのあとで手で直したかどうかを見分ける',
  ),
});

export type Dialect = z.infer<typeof dialectSchema>;
export type Sha256 = z.infer<typeof sha256Schema>;
export type Provenance = z.infer<typeof provenanceSchema>;
