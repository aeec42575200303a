import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { IndexFile } from 'pagefind';
import type { ContentEntries } from '../../content/entries.ts';
import { diagnose, isError, type Diagnostic } from '../../diagnostics/index.ts';
import { pageKindSchema } from '../../schema/index.ts';
import { chunkFile, ENTRY_FILE, FORMAT, LANGUAGE, textFile, type Catalogue, type Entry } from '../layout.ts';
import { readMeta } from '../reader/pagefind-files.ts';
import { deriveAliases } from './aliases.ts';
import type { PreparedPage } from './prepare.ts';
import { PagefindError, runPagefind } from './run-pagefind.ts';
import { metaPath, verifyIndex } from './verify.ts';
import { collectVocabulary } from './vocabulary.ts';

/** A file of the bundle, by its path inside it. */
export interface BundleFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/**
 * Builds the search bundle: Pagefind's index of our tokens, the text to show, aliases and vocabulary. The same pages
 * give the same bytes.
 *
 * @returns no files when a diagnostic is an error, or there are no pages
 */
export async function buildIndex(
  pages: readonly PreparedPage[],
  entries: ContentEntries,
): Promise<{ files: BundleFile[]; diagnostics: Diagnostic[] }> {
  const { groups, diagnostics } = deriveAliases(entries);
  for (const {
    page: { path, kind },
  } of pages)
    if (!pageKindSchema.safeParse(kind).success) diagnostics.push(diagnose('N603', at(path), { kind }));
  if (diagnostics.some(isError) || pages.length === 0) return { files: [], diagnostics };

  const indexed = pages.toSorted((a, b) => (a.page.path < b.page.path ? -1 : 1));
  let made: IndexFile[];
  try {
    made = await runPagefind(indexed);
  } catch (error) {
    if (!(error instanceof PagefindError)) throw error;
    return { files: [], diagnostics: [...diagnostics, diagnose('N602', at('/'), { reason: error.message })] };
  }
  const faults = verifyIndex(made, indexed);
  if (faults.length > 0) return { files: [], diagnostics: [...diagnostics, ...faults] };

  const meta = readMeta(gunzipSync(contentOf(made, metaPath(made))), LANGUAGE);
  const aliases = named('aliases', groups);
  const parts = meta.chunks.map(({ name }) => contentOf(made, `index/${name}.pf_index`));
  const release = digestOf(parts);
  const catalogue = named('catalogue', {
    pages: indexed.map(({ page: { kind, category } }, i) => {
      const id = meta.pages[i] ?? '';
      return category === undefined ? [id, kind] : [id, kind, category];
    }),
    release,
    chunks: meta.chunks.map(({ from }) => from),
  } satisfies Catalogue);
  const vocabulary = named('vocabulary', collectVocabulary(indexed.map(({ words }) => words)));
  const entry: Entry = {
    format: FORMAT,
    aliases: aliases.path,
    catalogue: catalogue.path,
    vocabulary: vocabulary.path,
  };
  const texts = indexed.flatMap(({ windows }, i) =>
    windows.map((window, n) => json(textFile(meta.pages[i] ?? '', n), window)),
  );
  const index = parts.map((content, n): BundleFile => ({ path: chunkFile(release, n), content }));
  return {
    files: [json(ENTRY_FILE, entry), aliases, catalogue, vocabulary, ...index, ...texts],
    diagnostics,
  };
}

const json = (path: string, value: unknown): BundleFile => ({
  path,
  content: new TextEncoder().encode(JSON.stringify(value)),
});

/** A JSON file whose name changes with its content. */
const named = (name: string, value: unknown): BundleFile =>
  json(`${name}_${digestOf([JSON.stringify(value)])}.json`, value);

function digestOf(contents: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('hex').slice(0, 10);
}

function contentOf(files: readonly IndexFile[], path: string): Uint8Array {
  const file = files.find((f) => f.path === path);
  if (!file) throw new RangeError(`Pagefind did not write ${path}`);
  return file.content;
}

const at = (file: string) => ({ file, line: 1, column: 1 });
