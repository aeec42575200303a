import { topicOf, type BodyEntry } from '../content/entries.ts';
import { diagnose, startOf, type Diagnostic, type SourcePosition } from '../diagnostics/index.ts';
import { COMPARISON_SECTIONS, paths, SERVICE_SECTIONS } from '../model/paths.ts';
import type { Outlines } from '../model/permalinks.ts';
import { TOP_OF_PAGE } from '../schema/index.ts';
import type { Check } from './check.ts';
import { placeOf } from './twins.ts';

/**
 * An id stands for one place of a page. Notes of a service share its page, so their ids share one space, as do the
 * limits of all services on the quotas page.
 */
export const checkIds: Check = ({ entries, outlines }) => {
  const findings: Diagnostic[] = [];
  const pages = new Map<string, Map<string, string>>();
  const reserve = (page: string, ids: readonly string[], holder: string) =>
    pages.set(page, new Map([[TOP_OF_PAGE, 'ページの初め'], ...ids.map((id) => [id, holder] as const)]));
  const claim = (page: string, id: string, source: SourcePosition) => {
    const ids = pages.get(page) ?? new Map<string, string>();
    pages.set(page, ids);
    const other = ids.get(id);
    if (other === undefined) ids.set(id, placeOf(source));
    else findings.push(diagnose('N408', source, { id, other }));
  };

  for (const service of entries.services) {
    const page = `services/${service.id}`;
    reserve(page, SERVICE_SECTIONS, 'サービスページの決まった見出し');
    for (const [id, source] of headingIds(service, outlines)) claim(page, id, source);
  }
  for (const note of entries.notes) {
    const page = `services/${note.data.service}`;
    claim(page, topicOf(note.id), startOf(note.file));
    for (const [id, source] of headingIds(note, outlines)) claim(page, id, source);
  }
  for (const comparison of entries.comparisons) {
    reserve(comparison.file, COMPARISON_SECTIONS, '比較のページの決まった見出し');
    for (const [id, source] of headingIds(comparison, outlines)) claim(comparison.file, id, source);
  }
  for (const { data, yaml } of entries.quotas)
    data.quotas.forEach(({ id }, i) =>
      claim(paths.quotas, paths.quotaAnchor(`${data.service}/${id}`), yaml.locate(['quotas', i, 'id'])),
    );
  const { glossary } = entries;
  glossary?.data.forEach(({ id }, i) => claim(glossary.file, id, glossary.yaml.locate([i, 'id'])));
  return findings;
};

function headingIds(entry: BodyEntry<unknown>, outlines: Outlines): [string, SourcePosition][] {
  return (outlines.get(entry.file)?.headings ?? []).flatMap(({ id, source }): [string, SourcePosition][] =>
    id === undefined ? [] : [[id, source]],
  );
}
