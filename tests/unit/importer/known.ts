import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkContent } from '../../../src/checks/index.ts';
import { readContentFiles, type ContentFile } from '../../../src/content/files.ts';
import { splitFrontMatter } from '../../../src/content/front-matter.ts';
import { loadEntries } from '../../../src/content/load.ts';
import type { Diagnostic } from '../../../src/diagnostics/index.ts';
import { dialects } from '../../../src/importer/dialects/index.ts';
import { importNotes, type ImportOptions, type ImportResult } from '../../../src/importer/import.ts';
import { learn, type Knowledge } from '../../../src/importer/knowledge.ts';
import { readTarget } from '../../../src/importer/target.ts';
import { analyseBody, type BodyOutline } from '../../../src/markdown/analyse.ts';
import { guardTree } from '../../../src/markdown/guard.ts';
import { parseMdx } from '../../../src/markdown/parse.ts';
import { derivePermalinks } from '../../../src/model/permalinks.ts';
import type { ServiceSlug } from '../../../src/schema/index.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What the project's own content knows of services. */
export const knowledge: Knowledge = learn(
  loadEntries((await readContentFiles(join(root, 'content'))).files).entries,
);

/** Imports texts, by the names of their notes, into a target that holds some files. */
export function importTexts(
  notes: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<Omit<ImportOptions, 'target'>> & { target?: readonly ContentFile[] } = {},
): ImportResult {
  const files = Object.entries(notes).map(([source, text]) => ({
    source,
    bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
  }));
  return importNotes(files, { knowledge, dialects, ...options, target: readTarget(options.target ?? []) });
}

/** The target after an import. */
export function applied(result: ImportResult, before: readonly ContentFile[] = []): ContentFile[] {
  const files = new Map(before.map(({ path, text }) => [path, text]));
  for (const { path, text, action } of result.planned)
    if (action === 'create' || action === 'update') files.set(path, text);
  return [...files].map(([path, text]) => ({ path, text })).toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** What the checks of the content find fault with. */
export function faultsOf(files: readonly ContentFile[]): Diagnostic[] {
  const { entries, diagnostics } = loadEntries(files);
  const outlines = new Map<string, BodyOutline>();
  const found = files.flatMap(({ path, text }) => {
    const { body, bodyLine } = splitFrontMatter(text);
    const tree = parseMdx(body, bodyLine);
    const analysed = analyseBody(tree, path, path.startsWith('notes/') ? 'note' : 'page');
    outlines.set(path, analysed.outline);
    return [...guardTree(tree, path), ...analysed.diagnostics];
  });
  const permalinks = new Set(derivePermalinks(entries, outlines));
  return [...diagnostics, ...found, ...checkContent({ entries, outlines, permalinks })];
}

export const codes = (result: ImportResult): string[] =>
  [...new Set(result.diagnostics.map(({ code }) => code))].toSorted();

/** What is written below the front matter when Markdown is imported as one note of a service. */
export function bodyOf(markdown: string): string {
  const { planned } = importTexts({ 'a.md': markdown }, { dialect: 'outline', service: 's3' as ServiceSlug });
  const [file, ...others] = planned.filter(({ path }) => path.startsWith('notes/'));
  if (!file || others.length > 0) throw new Error('one note expected');
  return splitFrontMatter(file.text).body.trimStart();
}
