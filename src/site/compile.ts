import { checkContent } from '../checks/index.ts';
import { mapConcurrently } from '../concurrency.ts';
import type { BodyEntry, ContentEntries } from '../content/entries.ts';
import { topicOf } from '../content/entries.ts';
import { readContentFiles } from '../content/files.ts';
import { loadEntries, type KnownFiles } from '../content/load.ts';
import { sortDiagnostics, type Diagnostic } from '../diagnostics/index.ts';
import type { HeadingRule } from '../markdown/analyse.ts';
import { createTermMatcher } from '../markdown/term-matcher.ts';
import type { FenceRenderer, RenderContext } from '../markdown/render-context.ts';
import { paths, underBase } from '../model/paths.ts';
import { derivePermalinks } from '../model/permalinks.ts';
import { deriveQuotas } from '../model/quotas.ts';
import { deriveLinkedTerms } from '../model/terms.ts';
import type { BodyCompiler } from './body-compiler.ts';
import type { CompiledBody } from './stored-body.ts';
import { cacheKey } from './disk-cache.ts';

/** A content folder, read, checked and rendered. */
export interface CompiledContent {
  readonly entries: ContentEntries;
  /** By the path of the MDX file in the content folder. */
  readonly bodies: ReadonlyMap<string, CompiledBody>;
  /** In reading order. The site may be built only when none of them is an error. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface CompileOptions {
  readonly contentDir: string;
  /** Where the site is served: `/` or `/kb/`. */
  readonly base: string;
  /** Origin of the published site. */
  readonly siteUrl: string;
  readonly known: KnownFiles;
  readonly bodies: BodyCompiler;
  readonly code: FenceRenderer;
  readonly diagrams: FenceRenderer;
  /** Called after each body. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** How many bodies are worked on at once: enough to keep the diagram process busy while others are parsed. */
const BODIES_AT_ONCE = 4;

/** Reads, validates, renders and checks a content folder. All findings are returned together. */
export async function compileContent(options: CompileOptions): Promise<CompiledContent> {
  const read = await readContentFiles(options.contentDir);
  const { entries, diagnostics: invalid } = loadEntries(read.files, options.known);

  const quotas = new Map(deriveQuotas(entries).map(({ id, label, path }) => [id, { label, path }]));
  const linkedTerms = deriveLinkedTerms(entries);
  const contextKey = cacheKey(
    options.siteUrl,
    options.base,
    JSON.stringify(linkedTerms),
    JSON.stringify([...quotas]),
  );
  const shared = {
    hrefTo: (path: string) => underBase(options.base, path),
    urlTo: (path: string) => `${options.siteUrl}${underBase(options.base, path)}`,
    quotas,
    terms: createTermMatcher(linkedTerms),
    code: options.code,
    diagrams: options.diagrams,
  };
  let done = 0;
  const jobs = listBodies(entries);
  const compile = async ({ entry, rule, page, idPrefix }: BodyJob) => {
    const context: RenderContext = { ...shared, page, idPrefix };
    const result = await options.bodies.compile(entry, rule, context, contextKey);
    options.onProgress?.((done += 1), jobs.length);
    return { file: entry.file, ...result };
  };
  const results = await mapConcurrently(jobs, BODIES_AT_ONCE, compile);

  const bodies = new Map(results.map(({ file, body }) => [file, body]));
  const unparsed = results
    .filter(({ diagnostics }) => diagnostics.some(({ code }) => code === 'N301'))
    .map(({ file }) => file);
  const outlines = new Map(results.map(({ file, body }) => [file, body.outline]));
  const crossed = checkContent({
    entries: { ...entries, faulty: [...entries.faulty, ...unparsed] },
    outlines,
    permalinks: derivePermalinks(entries, outlines),
  });
  return {
    entries,
    bodies,
    diagnostics: sortDiagnostics([
      ...read.diagnostics,
      ...invalid,
      ...results.flatMap(({ diagnostics }) => diagnostics),
      ...crossed,
    ]),
  };
}

interface BodyJob {
  readonly entry: Pick<BodyEntry<unknown>, 'file' | 'body'>;
  readonly rule: HeadingRule;
  readonly page: string;
  readonly idPrefix: string;
}

function listBodies(entries: ContentEntries): BodyJob[] {
  return [
    ...entries.services.map((entry): BodyJob => ({
      entry,
      rule: 'note',
      page: paths.service(entry.id),
      idPrefix: 'overview',
    })),
    ...entries.notes.map((entry): BodyJob => ({
      entry,
      rule: 'note',
      page: paths.service(entry.data.service),
      idPrefix: topicOf(entry.id),
    })),
    ...entries.comparisons.map((entry): BodyJob => ({
      entry,
      rule: 'page',
      page: paths.comparison(entry.id),
      idPrefix: 'note',
    })),
    ...entries.faultyBodies.map((entry): BodyJob => ({
      entry,
      rule: entry.file.startsWith('comparisons/') ? 'page' : 'note',
      page: paths.home,
      idPrefix: 'note',
    })),
  ];
}
