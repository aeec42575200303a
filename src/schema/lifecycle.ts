import { z } from 'zod';
import { daySchema, lineSchema, webUrlSchema } from './values.ts';
import { serviceSlugSchema } from './slug.ts';

/**
 * Where a service stands, in the words of AWS's own lifecycle pages: `maintenance` takes no new customers,
 * `sunset` has a published end, `ended` is gone.
 */
export const lifecycleSchema = z
  .strictObject({
    status: z.enum(['active', 'maintenance', 'sunset', 'ended']).describe('提供の状態'),
    since: daySchema.optional().describe('この状態になった日'),
    until: daySchema.optional().describe('提供が終わる（終わった）日'),
    successor: z.array(serviceSlugSchema).default([]).describe('後継として選べるサービスの slug'),
    note: lineSchema.optional().describe('読み手への一言'),
    source: webUrlSchema.optional().describe('公式の告知'),
  })
  .check((context) => {
    const { status, source, until } = context.value;
    if (status !== 'active' && source === undefined)
      context.issues.push({
        code: 'custom',
        path: ['source'],
        input: context.value,
        message: '提供が続いていない状態には、公式の告知（source）が要ります。',
      });
    if (status === 'ended' && until === undefined)
      context.issues.push({
        code: 'custom',
        path: ['until'],
        input: context.value,
        message: '終了したサービスには、終了日（until）が要ります。',
      });
  });

export type Lifecycle = z.infer<typeof lifecycleSchema>;
