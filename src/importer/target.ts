import type { ContentFile } from '../content/files.ts';
import { splitFrontMatter } from '../content/front-matter.ts';
import { parse } from 'yaml';
import { provenanceSchema, type Provenance, type ServiceSlug } from '../schema/index.ts';

/** A file of the target, as far as an import has to know it. */
export interface TargetNote {
  readonly path: string;
  readonly text: string;
  /** The service in whose folder it stands. */
  readonly service: string;
  readonly title: unknown;
  /** The note that it was imported from; undefined when it was written by hand. */
  readonly source: string | undefined;
  /** SHA-256 of that note's bytes. */
  readonly sha256: string | undefined;
  /** The lines of it that the note holds. */
  readonly lines: readonly (readonly [number, number])[] | undefined;
}

/** The folder that notes are imported into. */
export interface Target {
  readonly services: ReadonlySet<ServiceSlug>;
  readonly notes: ReadonlyMap<string, TargetNote>;
  /** The ids that the page of a service uses already, each with the note that it was imported from, if any. */
  idsOf(service: ServiceSlug): ReadonlyMap<string, string | undefined>;
}

/** Reads what an import has to know of the files of a content folder. Faulty files only keep their place. */
export function readTarget(files: readonly ContentFile[]): Target {
  const services = new Set<ServiceSlug>();
  const notes = new Map<string, TargetNote>();
  const pages = new Map<string, Map<string, string | undefined>>();
  for (const { path, text } of files) {
    const [folder, service = '', topic] = path.replace(/\.mdx$/, '').split('/');
    if (folder === 'services') services.add(service as ServiceSlug);
    if (folder !== 'services' && folder !== 'notes') continue;
    const { title, imported } = folder === 'notes' ? readHead(text) : {};
    if (folder === 'notes')
      notes.set(path, {
        path,
        text,
        service,
        title,
        source: imported?.file,
        sha256: imported?.sha256,
        lines: imported?.lines,
      });
    const ids = pages.get(service) ?? new Map<string, string | undefined>();
    pages.set(service, ids);
    for (const id of [...(topic ? [topic] : []), ...headingIds(text)]) ids.set(id, imported?.file);
  }
  return { services, notes, idsOf: (service) => pages.get(service) ?? new Map() };
}

function readHead(text: string): {
  title?: unknown;
  imported?: Pick<Provenance, 'file' | 'sha256' | 'lines'> | undefined;
} {
  try {
    const data: unknown = parse(splitFrontMatter(text).yaml ?? '');
    const { title, imported } = (data ?? {}) as { title?: unknown; imported?: unknown };
    return { title, imported: provenanceSchema.safeParse(imported).data };
  } catch {
    return {};
  }
}

const headingIds = (text: string): string[] =>
  [...text.matchAll(/^#{2,6} .*\[#([^\]\s]+)\][ \t]*$/gm)].map(([, id]) => id ?? '');
