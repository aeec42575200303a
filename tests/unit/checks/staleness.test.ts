import { describe, expect, it } from 'vitest';
import { collectSources, findStaleEntries } from '../../../src/checks/staleness.ts';
import { loadEntries } from '../../../src/content/load.ts';
import { noteFile, serviceFile, yamlFile } from '../content-files.ts';

const lifecycle = (status: string, until: string) => ({
  lifecycle: { status, until, source: 'https://a.example/end' },
});
const quota = (id: string, checked: string) => ({
  id,
  name: id,
  value: 1,
  adjustable: true,
  checked,
  source: 'https://a.example/limits#x',
});

const { entries, diagnostics } = loadEntries([
  serviceFile('a'),
  serviceFile('b', lifecycle('sunset', '2026-06-30')),
  serviceFile('c', lifecycle('ended', '2020-01-01')),
  noteFile('a/old', { checked: '2026-01-01' }),
  noteFile('a/edge', { checked: '2026-05-26' }),
  noteFile('a/new', { checked: '2026-11-01' }),
  yamlFile('quotas/a.yaml', { service: 'a', quotas: [quota('q', '2025-01-01'), quota('r', '2026-11-01')] }),
]);

describe('findStaleEntries', () => {
  it('is built on sound content', () => expect(diagnostics).toEqual([]));

  it('finds checks that are too old and ends that have passed, the oldest first', () => {
    expect(findStaleEntries(entries, '2026-11-22', 180)).toEqual([
      { file: 'quotas/a.yaml', reason: 'quota', day: '2025-01-01', what: 'q' },
      { file: 'notes/a/old.mdx', reason: 'checked', day: '2026-01-01', what: '話題 a/old' },
      { file: 'services/b.mdx', reason: 'lifecycle', day: '2026-06-30', what: 'b' },
    ]);
  });

  it('lets a service be offered on its last day', () => {
    const ending = (today: string) =>
      findStaleEntries(entries, today, 9999).filter(({ reason }) => reason === 'lifecycle');
    expect(ending('2026-06-30')).toEqual([]);
    expect(ending('2026-07-01')).toHaveLength(1);
  });

  it('lets a check hold on its last day', () => {
    expect(findStaleEntries(entries, '2026-11-23', 180).map(({ file }) => file)).toContain(
      'notes/a/edge.mdx',
    );
    expect(findStaleEntries(entries, '2026-11-22', 180).map(({ file }) => file)).not.toContain(
      'notes/a/edge.mdx',
    );
  });
});

describe('collectSources', () => {
  it('lists each page once, with all that cite it', () => {
    const sources = collectSources(entries);
    expect(sources.get('https://a.example/limits')).toEqual(['quotas/a.yaml']);
    expect(sources.get('https://a.example/end')).toEqual(['services/b.mdx', 'services/c.mdx']);
    expect(sources.get('https://docs.aws.amazon.com/')).toHaveLength(6);
  });
});
