import type { Entry } from '../content/entries.ts';
import { diagnose, nearest, type Diagnostic } from '../diagnostics/index.ts';
import type { Check } from './check.ts';

/** Every slug that stands in front matter or YAML names something that exists. */
export const checkReferences: Check = ({ entries }) => {
  const faulty = entries.faulty.flatMap((file) => /^services\/(.+)\.mdx$/.exec(file)?.[1] ?? []);
  const services = new Set<string>([...entries.services.map(({ id }) => id as string), ...faulty]);
  const terms = new Set<string>((entries.glossary?.data ?? []).map(({ id }) => id));
  const findings: Diagnostic[] = [];
  const expect = (
    entry: Entry<unknown>,
    path: readonly PropertyKey[],
    value: string,
    known: Set<string>,
    kind: string,
  ) => {
    if (known.has(value)) return;
    findings.push(
      diagnose('N404', entry.yaml.locate(path), {
        path: path.map(String).join('.'),
        value,
        kind,
        nearest: nearest(value, known),
      }),
    );
  };

  for (const entry of entries.services) {
    entry.data.relations.forEach(({ to }, i) =>
      expect(entry, ['relations', i, 'to'], to, services, 'サービス'),
    );
    entry.data.lifecycle.successor.forEach((slug, i) =>
      expect(entry, ['lifecycle', 'successor', i], slug, services, 'サービス'),
    );
  }
  for (const entry of entries.notes) expect(entry, ['service'], entry.data.service, services, 'サービス');
  for (const entry of entries.quotas) expect(entry, ['service'], entry.data.service, services, 'サービス');
  for (const entry of entries.comparisons)
    entry.data.services.forEach((slug, i) => expect(entry, ['services', i], slug, services, 'サービス'));
  const { glossary } = entries;
  glossary?.data.forEach((term, i) => {
    term.seeAlso.forEach((id, j) => expect(glossary, [i, 'seeAlso', j], id, terms, '用語'));
    term.services.forEach((slug, j) => expect(glossary, [i, 'services', j], slug, services, 'サービス'));
  });
  return findings;
};
