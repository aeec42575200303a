import { defineCollection } from 'astro/content/config';
import { z } from 'zod';
import {
  comparisonSchema,
  noteSchema,
  quotaFileSchema,
  redirectsSchema,
  serviceSchema,
  termSchema,
} from './schema/index.ts';
import { contentLoader } from './site/loader.ts';

export const collections = {
  services: defineCollection({ loader: contentLoader('services'), schema: serviceSchema }),
  notes: defineCollection({ loader: contentLoader('notes'), schema: noteSchema }),
  comparisons: defineCollection({ loader: contentLoader('comparisons'), schema: comparisonSchema }),
  quotas: defineCollection({ loader: contentLoader('quotas'), schema: quotaFileSchema }),
  glossary: defineCollection({ loader: contentLoader('glossary'), schema: termSchema }),
  // One entry that holds the list: the list is empty at first, and Astro warns of a collection without entries.
  redirects: defineCollection({
    loader: contentLoader('redirects'),
    schema: z.strictObject({ list: redirectsSchema }),
  }),
};
