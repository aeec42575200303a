import { stringify } from 'yaml';
import type { ServiceEntry } from '../../content/entries.ts';
import type { ServiceInput, ServiceSlug } from '../../schema/index.ts';
import { UNSORTED } from '../file/place.ts';

/** The page of what no heading and no word places. */
const UNSORTED_SERVICE: Omit<ServiceInput, 'updated'> = {
  name: '未分類のメモ',
  shortName: '未分類',
  reading: 'ミブンルイ',
  category: 'concepts',
  summary: '取り込んだメモのうち、どのサービスの話か決められなかったもの。行き先が決まったら移す。',
  docs: [{ title: 'AWS ドキュメント', url: 'https://docs.aws.amazon.com/' }],
};

/** A service that notes need and the target has not: what the project knows of it, without what refers elsewhere. */
export function printServiceStub(slug: ServiceSlug, known: readonly ServiceEntry[]): string {
  const entry = known.find(({ id }) => id === slug);
  const updated =
    known
      .map(({ data }) => data.updated)
      .toSorted()
      .at(-1) ?? '2026-01-01';
  const data: ServiceInput = entry ? withoutReferences(entry) : { ...UNSORTED_SERVICE, updated };
  if (!entry && slug !== UNSORTED) throw new Error(`no such service: ${slug}`);
  return `---\n${stringify(data, { lineWidth: 0 })}---\n\n${data.summary}\n`;
}

function withoutReferences({ data }: ServiceEntry): ServiceInput {
  const { name, shortName, reading, aliases, searchAliases, category, summary, docs, updated } = data;
  const { successor: _, ...lifecycle } = data.lifecycle;
  return {
    name,
    shortName,
    reading,
    ...(aliases.length > 0 && { aliases }),
    ...(searchAliases.length > 0 && { searchAliases }),
    category,
    summary,
    ...(lifecycle.status !== 'active' && { lifecycle }),
    docs,
    updated,
  };
}
