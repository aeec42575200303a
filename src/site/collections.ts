import { getCollection } from 'astro:content';
import { deriveSite, type SiteModel } from '../model/site.ts';
import type { PageInput } from '../model/site-input.ts';
import { createDiskCache } from './disk-cache.ts';
import { readStoredBody, type CompiledBody, type StoredBody } from './stored-body.ts';

let site: Promise<SiteModel> | undefined;

/** The site, derived once a build; a dev server derives it again for each request. */
export function loadSite(): Promise<SiteModel> {
  if (import.meta.env.DEV) return readSite();
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
  const { key, outline, linksTo } = entry.rendered?.metadata?.['body'] as CompiledBody;
  if (key === undefined) throw new Error(`${entry.id} was stored without a body`);
  return { id: entry.id as Id, data: entry.data, body: { key, outline, linksTo } };
}
