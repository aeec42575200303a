import { z } from 'zod';
import { serviceSlugSchema, termSlugSchema } from './slug.ts';
import { lineSchema, readingSchema } from './values.ts';

export const termSchema = z.strictObject({
  id: termSlugSchema,
  term: lineSchema.max(40).describe('見出し語'),
  reading: readingSchema,
  aliases: z.array(lineSchema).default([]).describe('言い換え。本文に出てきたら自動でリンクする'),
  searchAliases: z.array(lineSchema).default([]).describe('検索だけに使う言い方'),
  definition: lineSchema.describe('一文の定義'),
  seeAlso: z.array(termSlugSchema).default([]).describe('あわせて読む用語の id'),
  services: z.array(serviceSlugSchema).default([]).describe('関係の深いサービスの slug'),
});

/** `content/glossary.yaml`. */
export const glossarySchema = z.array(termSchema);

export type Term = z.output<typeof termSchema>;
