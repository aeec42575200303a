import { z } from 'zod';
import { comparisonSchema } from './comparison.ts';
import { glossarySchema } from './glossary.ts';
import { noteSchema } from './note.ts';
import { quotaFileSchema } from './quota.ts';
import { redirectsSchema } from './redirect.ts';
import { searchAliasesSchema } from './search-aliases.ts';
import { searchHintsSchema } from './search-hints.ts';
import { serviceSchema } from './service.ts';

const SCHEMAS = {
  service: serviceSchema,
  note: noteSchema,
  comparison: comparisonSchema,
  quotas: quotaFileSchema,
  glossary: glossarySchema,
  redirects: redirectsSchema,
  'search-aliases': searchAliasesSchema,
  'search-hints': searchHintsSchema,
};

/** JSON Schemas of what writers write, by name, for editors: key names, allowed values, Japanese explanations. */
export const jsonSchemas = (): ReadonlyMap<string, object> =>
  new Map(
    Object.entries(SCHEMAS).map(([name, schema]) => [
      name,
      z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }),
    ]),
  );
