import { defineCollection } from 'astro/content/config';
import {
  comparisonSchema,
  noteSchema,
  quotaFileSchema,
  redirectSchema,
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
  redirects: defineCollection({ loader: contentLoader('redirects'), schema: redirectSchema }),
};
