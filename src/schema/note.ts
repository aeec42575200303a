import { z } from 'zod';
import { provenanceSchema } from './provenance.ts';
import { serviceSlugSchema } from './slug.ts';
import { sourceSchema } from './source.ts';
import { daySchema, lineSchema, LONGEST_TITLE, questionsSchema } from './values.ts';

/** Front matter of `content/notes/<service>/<topic>.mdx`: one topic of one service, an H2 section of its page. */
export const noteSchema = z
  .strictObject({
    title: lineSchema.max(LONGEST_TITLE).describe('見出しになる題名'),
    service: serviceSlugSchema.describe('サービスの slug（フォルダー名と同じ）'),
    order: z.int().min(0).max(9999).describe('ページの中での順番'),
    tags: z.array(lineSchema.max(30)).default([]).describe('自由な札'),
    questions: questionsSchema,
    sources: z.array(sourceSchema).default([]).describe('出典'),
    checked: daySchema.optional().describe('出典と照らし合わせた日。取り込んだだけのノートには無い'),
    imported: provenanceSchema.optional().describe('取り込み元（取り込みが書く）'),
  })
  .check((context) => {
    const { imported, checked, sources } = context.value;
    if (imported) return;
    if (checked === undefined)
      context.issues.push({
        code: 'custom',
        path: ['checked'],
        input: context.value,
        message: '手で書いたノートには、出典と照らし合わせた日（checked）が要ります。',
      });
    if (!sources.some((source) => source.kind === 'official'))
      context.issues.push({
        code: 'custom',
        path: ['sources'],
        input: context.value,
        message: '手で書いたノートには、公式の出典が 1 つ以上要ります。',
      });
  });

export type Note = z.output<typeof noteSchema>;
export type NoteInput = z.input<typeof noteSchema>;
