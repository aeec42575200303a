import type { BodyOutline } from '../markdown/analyse.ts';
import type { ContentEntries } from '../content/entries.ts';
import type { ServiceSlug } from '../schema/index.ts';
import { topicOf } from '../content/entries.ts';
import {
  COMPARISON_SECTIONS,
  FIXED_PAGES,
  INDEX_SECTIONS,
  paths,
  quotaSection,
  SERVICE_SECTIONS,
} from './paths.ts';
import { deriveQuotas } from './quotas.ts';

/** The outline of each MDX file, by its path in the content folder. */
export type Outlines = ReadonlyMap<string, BodyOutline>;

/** Every place of the site that a link can lead to: pages, and the anchors that are promised to last. */
export function derivePermalinks(entries: ContentEntries, outlines: Outlines): Set<string> {
  const all = new Set<string>(FIXED_PAGES);
  const add = (page: string, anchors: readonly string[]) => {
    all.add(page);
    for (const anchor of anchors) all.add(`${page}#${anchor}`);
  };
  const idsOf = (file: string) => (outlines.get(file)?.headings ?? []).flatMap(({ id }) => (id ? [id] : []));
  const categories = new Map(entries.services.map(({ id, data }) => [id, data.category]));
  const compared = new Set(entries.comparisons.flatMap(({ data }) => data.services));
  const limited = new Set(entries.quotas.map(({ data }) => data.service));

  add(paths.services, [...INDEX_SECTIONS, ...categories.values()]);
  for (const { id, file } of entries.services) {
    const sections = SERVICE_SECTIONS.filter(
      (section) =>
        (section !== 'comparisons' || compared.has(id)) && (section !== 'quotas' || limited.has(id)),
    );
    add(paths.service(id), [...sections, ...idsOf(file)]);
  }
  const addQuestions = (service: ServiceSlug | undefined, questions: readonly string[]) => {
    const category = service && categories.get(service);
    if (category && questions.length > 0) add(paths.questions, [category]);
  };
  for (const { id, file, data } of entries.notes) {
    add(paths.service(data.service), [topicOf(id), ...idsOf(file)]);
    addQuestions(data.service, data.questions);
  }
  for (const { id, file, data } of entries.comparisons) {
    const category = data.services[0] && categories.get(data.services[0]);
    add(paths.comparisons, category ? [category] : []);
    addQuestions(data.services[0], data.questions);
    add(paths.comparison(id), [...COMPARISON_SECTIONS, ...idsOf(file)]);
  }
  add(paths.quotas, [...limited].map(quotaSection));
  for (const { path } of deriveQuotas(entries)) all.add(path);
  for (const { id } of entries.glossary?.data ?? []) all.add(paths.term(id));
  return all;
}
