import { getCollection } from 'astro:content';
import { deriveSite, type SiteModel } from '../model/site.ts';
import type { BodyFacts, PageInput } from '../model/site-input.ts';
import { createDiskCache } from './disk-cache.ts';
import { readStoredBody, type StoredBody } from './stored-body.ts';

let site: Promise<SiteModel> | undefined;

/** The site, derived once: a dev server evaluates this module anew whenever the store that it reads has changed. */
export function loadSite(): Promise<SiteModel> {
  return (site ??= readSite());
}

/** A rendered body, by the key that the model carries. */
export const readBody = (key: string): Promise<StoredBody> => readStoredBody(bodyCache, key);

const bodyCache = createDiskCache({
  folder: import.meta.env.BODY_CACHE,
  onDamage: (file) => {
    throw new Error(`${file} was damaged during the build`);
  },
});

async function readSite(): Promise<SiteModel> {
  const [services, notes, comparisons, quotas, glossary, redirects] = await Promise.all([
    getCollection('services'),
    getCollection('notes'),
    getCollection('comparisons'),
    getCollection('quotas'),
    getCollection('glossary'),
    getCollection('redirects'),
  ]);
  return deriveSite({
    services: services.map((entry) => toPageInput(entry)),
    notes: notes.map((entry) => toPageInput(entry)),
    comparisons: comparisons.map((entry) => toPageInput(entry)),
    quotas,
    glossary: glossary.map(({ data }) => data),
    redirects: redirects.flatMap(({ data }) => data.list),
  });
}

/** Ids are branded again here: Astro's store keeps them as plain strings. */
function toPageInput<Data, Id extends string>(entry: {
  id: string;
  data: Data;
  rendered?: { metadata?: Record<string, unknown> | undefined } | undefined;
}): PageInput<Data, Id> {
  return { id: entry.id as Id, data: entry.data, body: entry.rendered?.metadata?.['body'] as BodyFacts };
}
