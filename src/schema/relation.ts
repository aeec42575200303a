import { z } from 'zod';
import { lineSchema } from './values.ts';
import { serviceSlugSchema } from './slug.ts';

/** What one service does to another. Read: <this service> <type> <other service>. */
export const relationTypeSchema = z
  .enum([
    'triggers',
    'routes-to',
    'reads-from',
    'stores-in',
    'pulls-from',
    'caches',
    'logs-to',
    'sends-metrics-to',
    'traces-with',
    'notifies',
    'monitors',
    'runs-on',
    'provisions',
    'deploys',
    'builds',
    'manages',
    'scales',
    'backs-up',
    'authenticates-with',
    'encrypts-with',
    'protects',
    'uses',
    'part-of',
    'extends',
    'alternative-to',
  ])
  .describe('関係の種類');

export const relationSchema = z.strictObject({
  type: relationTypeSchema,
  to: serviceSlugSchema.describe('相手のサービスの slug'),
  note: lineSchema.max(80).optional().describe('どこで、どのように関わるか（80 字以内）'),
});

export type RelationType = z.infer<typeof relationTypeSchema>;
