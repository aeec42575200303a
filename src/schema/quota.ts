import { z } from 'zod';
import { serviceSlugSchema, topicSlugSchema } from './slug.ts';
import { daySchema, lineSchema, webUrlSchema } from './values.ts';

/** A limit that is not one number still says one: a range (128〜10,240), a choice (10、30、60), a ratio (… の 10 倍). */
const valueTextSchema = lineSchema.regex(/\d/, { error: '半角の数を含めて書きます。' });

/** One limit of a service. Notes cite it by id (`<Quota id="lambda/timeout" />`) and never repeat its number. */
const quotaSchema = z.strictObject({
  id: topicSlugSchema.describe('サービスの中での id'),
  name: lineSchema.describe('何の上限か'),
  group: lineSchema.max(30).optional().describe('表の中でまとめる見出し（同じものを続けて書く）'),
  value: z
    .union([z.number(), valueTextSchema], { error: '数か、数を含む文字列で書きます。' })
    .describe('値。数か、範囲（128〜10,240）のように数を含む文字列'),
  unit: lineSchema.max(20).optional().describe('単位'),
  scope: lineSchema.max(40).optional().describe('何ごとの上限か（例: リージョンごと）'),
  adjustable: z.boolean().describe('引き上げを申請できるか'),
  note: lineSchema.optional().describe('補足'),
  checked: daySchema.describe('確かめた日'),
  source: webUrlSchema.describe('公式の出典'),
});

/** `content/quotas/<service>.yaml`. */
export const quotaFileSchema = z.strictObject({
  service: serviceSlugSchema.describe('サービスの slug（ファイル名と同じ）'),
  quotas: z.array(quotaSchema).min(1),
});

export type Quota = z.output<typeof quotaSchema>;
export type QuotaFile = z.output<typeof quotaFileSchema>;
