import type { ContentFile } from '../content/files.ts';
import { splitFrontMatter } from '../content/front-matter.ts';
import { parse } from 'yaml';
import { provenanceSchema, type Provenance, type ServiceSlug } from '../schema/index.ts';

/** A file of the target, as far as an import has to know it. */
export interface TargetNote {
  readonly path: string;
  readonly text: string;
  /** The note that it was imported from; undefined when it was written by hand. */
  readonly source: string | undefined;
  /** SHA-256 of that note's bytes. */
  readonly sha256: string | undefined;
  /** The lines of it that the note holds. */
  readonly lines: unknown;
}

/** The folder that notes are imported into. */
export interface Target {
  readonly services: ReadonlySet<ServiceSlug>;
  readonly notes: ReadonlyMap<string, TargetNote>;
  /** Ids that the pages of services use already, by service; those of a source's own notes are left out. */
  takenIds(service: ServiceSlug, sources: ReadonlySet<string>): string[];
}

/** Reads what an import has to know of the files of a content folder. Faulty files only keep their place. */
export function readTarget(files: readonly ContentFile[]): Target {
  const services = new Set<ServiceSlug>();
  const notes = new Map<string, TargetNote>();
  const ids: { service: string; source: string | undefined; ids: string[] }[] = [];
  for (const { path, text } of files) {
    const [folder, service = '', topic] = path.replace(/\.mdx$/, '').split('/');
    if (folder === 'services') services.add(service as ServiceSlug);
    if (folder !== 'services' && folder !== 'notes') continue;
    const imported = folder === 'notes' ? readImported(text) : undefined;
    if (folder === 'notes')
      notes.set(path, {
        path,
        text,
        source: imported?.file,
        sha256: imported?.sha256,
        lines: imported?.lines,
      });
    ids.push({ service, source: imported?.file, ids: [...(topic ? [topic] : []), ...headingIds(text)] });
  }
  return {
    services,
    notes,
    takenIds: (service, sources) =>
      ids
        .filter((row) => row.service === service && !(row.source !== undefined && sources.has(row.source)))
        .flatMap((row) => row.ids),
  };
}

function readImported(text: string): Pick<Provenance, 'file' | 'sha256' | 'lines'> | undefined {
  try {
    const data: unknown = parse(splitFrontMatter(text).yaml ?? '');
    return provenanceSchema.safeParse((data as { imported?: unknown } | null)?.imported).data;
  } catch {
    return undefined;
  }
}

const headingIds = (text: string): string[] =>
  [...text.matchAll(/^#{2,6} .*\[#([^\]\s]+)\][ \t]*$/gm)].map(([, id]) => id ?? '');
