import { z } from 'zod';
import { categorySchema } from './category.ts';
import { lifecycleSchema } from './lifecycle.ts';
import { relationSchema } from './relation.ts';
import { daySchema, lineSchema, readingSchema, summarySchema, webUrlSchema } from './values.ts';

/** Front matter of `content/services/<slug>.mdx`: one AWS service. */
export const serviceSchema = z.strictObject({
  name: lineSchema.describe('正式名称（例: AWS Lambda）'),
  shortName: lineSchema.max(40).describe('短い名前（例: Lambda）。一覧と本文のリンクに使う'),
  reading: readingSchema,
  aliases: z
    .array(lineSchema)
    .default([])
    .describe('略称・別名。検索に使い、本文に出てきたら自動でリンクする'),
  features: z
    .array(lineSchema)
    .default([])
    .describe(
      '中にある機能や種類の名前（例: VPC の NAT ゲートウェイ）。検索に使い、本文に出てきたら自動でリンクする',
    ),
  searchAliases: z
    .array(lineSchema)
    .default([])
    .describe('検索だけに使う名前（旧称、よくある誤記、ほかの意味もある略語）'),
  category: categorySchema,
  summary: summarySchema.describe('一文での説明（120 字以内）'),
  lifecycle: lifecycleSchema.default({ status: 'active', successor: [] }).describe('提供の状態'),
  docs: z
    .array(z.strictObject({ title: lineSchema, url: webUrlSchema }))
    .min(1, { error: '公式ページを 1 つ以上書きます。' })
    .describe('公式ページ'),
  relations: z.array(relationSchema).default([]).describe('ほかのサービスとの関係'),
  updated: daySchema.describe('このページを最後に見直した日'),
});

export type Service = z.output<typeof serviceSchema>;
export type ServiceInput = z.input<typeof serviceSchema>;

/** The names by which text means a service or a part of it. */
export const namesOf = ({ name, shortName, aliases, features }: Service): readonly string[] => [
  name,
  shortName,
  ...aliases,
  ...features,
];
