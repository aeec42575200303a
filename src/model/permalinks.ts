import type { BodyOutline } from '../markdown/analyse.ts';
import type { ContentEntries } from '../content/entries.ts';
import { topicOf } from '../content/entries.ts';
import { paths, SERVICE_SECTIONS } from './paths.ts';
import { deriveQuotas } from './quotas.ts';

/** The outline of each MDX file, by its path in the content folder. */
export type Outlines = ReadonlyMap<string, BodyOutline>;

/** Pages that exist whatever the content is. */
const FIXED = [
  paths.home,
  paths.services,
  paths.comparisons,
  paths.quotas,
  paths.glossary,
  paths.map,
  paths.search,
  paths.headings,
  paths.about,
];

/** Every place of the site that a link can lead to: pages, and the anchors that are promised to last. */
export function derivePermalinks(entries: ContentEntries, outlines: Outlines): Set<string> {
  const all = new Set<string>(FIXED);
  const idsOf = (file: string) => (outlines.get(file)?.headings ?? []).flatMap(({ id }) => (id ? [id] : []));
  for (const { id, file } of entries.services) {
    all.add(paths.service(id));
    for (const anchor of [...SERVICE_SECTIONS, ...idsOf(file)]) all.add(`${paths.service(id)}#${anchor}`);
  }
  for (const { id, file, data } of entries.notes)
    for (const anchor of [topicOf(id), ...idsOf(file)]) all.add(`${paths.service(data.service)}#${anchor}`);
  for (const { id, file } of entries.comparisons) {
    all.add(paths.comparison(id));
    for (const anchor of idsOf(file)) all.add(`${paths.comparison(id)}#${anchor}`);
  }
  for (const { path } of deriveQuotas(entries)) all.add(path);
  for (const { id } of entries.glossary?.data ?? []) all.add(paths.term(id));
  return all;
}
