import type { ContentEntries } from '../content/entries.ts';

/** Something that should be looked at again, and why. */
export interface StaleEntry {
  readonly file: string;
  readonly reason: 'checked' | 'lifecycle' | 'quota';
  /** The day that is too long ago. */
  readonly day: string;
  readonly what: string;
}

/**
 * What has gone unchecked for too long, and what a published date has overtaken.
 *
 * @param today `2026-11-22`
 * @param days how many days a check holds
 */
export function findStaleEntries(entries: ContentEntries, today: string, days: number): StaleEntry[] {
  const limit = addDays(today, -days);
  const tooOld = (day: string) => day < limit;
  return [
    ...[...entries.notes, ...entries.comparisons].flatMap(
      ({ file, data: { checked, title } }): StaleEntry[] =>
        checked !== undefined && tooOld(checked)
          ? [{ file, reason: 'checked', day: checked, what: title }]
          : [],
    ),
    ...entries.quotas.flatMap(({ file, data }) =>
      data.quotas.flatMap(({ checked, name }): StaleEntry[] =>
        tooOld(checked) ? [{ file, reason: 'quota', day: checked, what: name }] : [],
      ),
    ),
    // Once the published end has passed, the page must say 「終了」, not 「終了予定」.
    ...entries.services.flatMap(({ file, data: { lifecycle, shortName } }): StaleEntry[] => {
      const { status, until } = lifecycle;
      return until !== undefined && until < today && status !== 'ended'
        ? [{ file, reason: 'lifecycle', day: until, what: shortName }]
        : [];
    }),
  ].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.file < b.file ? -1 : 1));
}

/** Addresses of all sources, each with the files that cite it. */
export function collectSources(entries: ContentEntries): Map<string, string[]> {
  const cited = new Map<string, Set<string>>();
  const cite = (url: string | undefined, file: string) => {
    if (url === undefined) return;
    // The fragment is not sent to the server.
    const page = url.replace(/#.*$/, '');
    cited.set(page, (cited.get(page) ?? new Set()).add(file));
  };
  for (const { file, data } of entries.services) {
    for (const { url } of data.docs) cite(url, file);
    cite(data.lifecycle.source, file);
  }
  for (const { file, data } of [...entries.notes, ...entries.comparisons])
    for (const { url } of data.sources) cite(url, file);
  for (const { file, data } of entries.quotas) for (const { source } of data.quotas) cite(source, file);
  return new Map([...cited].map(([url, files]) => [url, [...files]]));
}

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
