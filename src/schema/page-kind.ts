import { z } from 'zod';

/** What a page that can be searched is about. */
export const pageKindSchema = z.enum(['service', 'comparison', 'glossary', 'quotas', 'about']);

export type PageKind = z.output<typeof pageKindSchema>;
