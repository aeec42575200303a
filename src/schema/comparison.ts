import { z } from 'zod';
import { serviceSlugSchema } from './slug.ts';
import { sourceSchema } from './source.ts';
import { daySchema, lineSchema, LONGEST_TITLE, questionsSchema, summarySchema } from './values.ts';

/** Front matter of `content/comparisons/<slug>.mdx`: A or B, and when to choose which. */
export const comparisonSchema = z.strictObject({
  title: lineSchema.max(LONGEST_TITLE).describe('題名（例: ECS と EKS）'),
  summary: summarySchema.describe('何を選ぶためのページか（120 字以内）'),
  recommendation: lineSchema.max(200).describe('結論。まず何を選べばよいか（200 字以内）'),
  services: z
    .array(serviceSlugSchema)
    .min(1, { error: '比べるサービスを書きます。' })
    .describe('比べるサービスの slug'),
  questions: questionsSchema,
  sources: z.array(sourceSchema).min(1, { error: '公式の出典を書きます。' }),
  checked: daySchema.describe('出典と照らし合わせた日'),
});

export type Comparison = z.output<typeof comparisonSchema>;
