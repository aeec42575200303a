import { gunzipSync } from 'node:zlib';
import type { IndexFile } from 'pagefind';
import type { ContentEntries } from '../../content/entries.ts';
import { diagnose, isError, startOf, type Diagnostic } from '../../diagnostics/index.ts';
import { pageKindSchema } from '../../schema/index.ts';
import { ENTRY_FILE, FORMAT, shardFile, type Catalogue, type Shards } from '../layout.ts';
import { packOtherWords } from '../other-words.ts';
import { packWords } from '../packed-words.ts';
import { readMeta } from '../reader/pagefind-files.ts';
import { deriveAliases } from './aliases.ts';
import { digestOf, jsonFile, namedJsonFile, type BundleFile } from './bundle-file.ts';
import { collectHints } from './hints.ts';
import { OKURIGANA } from './okurigana.ts';
import { listOtherWords } from './other-words.ts';
import type { PreparedPage } from './prepare.ts';
import { PagefindError, runPagefind } from './run-pagefind.ts';
import { cutShards } from './shards.ts';
import { fileTexts } from './texts.ts';
import { metaPath, verifyIndex } from './verify.ts';
import { collectVocabulary } from './vocabulary.ts';

/**
 * Builds the search bundle: Pagefind's index of our tokens, the text to show, aliases, vocabulary and hints. The same
 * pages give the same bytes.
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
    if (!pageKindSchema.safeParse(kind).success) diagnostics.push(diagnose('N603', startOf(path), { kind }));
  if (diagnostics.some(isError) || pages.length === 0) return { files: [], diagnostics };

  const indexed = pages.toSorted((a, b) => (a.page.path < b.page.path ? -1 : 1));
  let made: IndexFile[];
  try {
    made = await runPagefind(indexed);
  } catch (error) {
    if (!(error instanceof PagefindError)) throw error;
    return {
      files: [],
      diagnostics: [...diagnostics, diagnose('N602', startOf('/'), { reason: error.message })],
    };
  }
  const faults = verifyIndex(made, indexed);
  if (faults.length > 0) return { files: [], diagnostics: [...diagnostics, ...faults] };

  const chunks = readMeta(gunzipSync(contentOf(made, metaPath(made))));
  const parts = chunks.map(({ name }) => contentOf(made, `index/${name}.pf_index`));
  const index: Shards = { release: digestOf(parts), begin: packWords(chunks.map(({ from }) => from)) };
  const { files: texts, ...grouped } = fileTexts(indexed);
  const others = [...listOtherWords(groups)].map(([word, all]): [string, string] => [
    word,
    packOtherWords(all),
  ]);
  const aliases = cutShards('aliases', new Map(others));
  const vocabulary = cutShards('vocabulary', collectVocabulary(indexed.map(({ words }) => words)));
  const { hints: collected, files: signs } = collectHints(indexed, entries);
  const hints = namedJsonFile('hints', collected);
  const catalogue: Catalogue = {
    format: FORMAT,
    ...grouped,
    index,
    aliases: aliases.shards,
    vocabulary: vocabulary.shards,
    okurigana: OKURIGANA,
    hints: hints.path,
  };
  return {
    files: [
      jsonFile(ENTRY_FILE, catalogue),
      hints,
      ...aliases.files,
      ...vocabulary.files,
      ...signs,
      ...parts.map((content, n): BundleFile => ({ path: shardFile('index', index, n), content })),
      ...texts,
    ],
    diagnostics,
  };
}

function contentOf(files: readonly IndexFile[], path: string): Uint8Array {
  const file = files.find((f) => f.path === path);
  if (!file) throw new RangeError(`Pagefind did not write ${path}`);
  return file.content;
}
