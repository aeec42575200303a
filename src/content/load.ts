import type { z } from 'zod';
import { diagnose, startOf, type Diagnostic } from '../diagnostics/index.ts';
import {
  type ComparisonSlug,
  type ServiceSlug,
  comparisonSchema,
  glossarySchema,
  isSlug,
  noteSchema,
  quotaFileSchema,
  redirectsSchema,
  searchAliasesSchema,
  searchHintsSchema,
  serviceSchema,
} from '../schema/index.ts';
import type { BodyEntry, ContentEntries, Entry, FaultyBody, HintedPage, NoteId } from './entries.ts';
import type { ContentFile } from './files.ts';
import { splitFrontMatter } from './front-matter.ts';
import { validateYaml } from './validate.ts';
import { parseYaml } from './yaml-source.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** Where each kind of content file stands. The first row that fits a path wins. */
const PLACES = {
  services: /^services\/([^/]+)\.mdx$/,
  notes: /^notes\/([^/]+\/[^/]+)\.mdx$/,
  comparisons: /^comparisons\/([^/]+)\.mdx$/,
  quotas: /^quotas\/([^/]+)\.yaml$/,
  glossary: /^glossary\.yaml$/,
  redirects: /^redirects\.yaml$/,
  searchAliases: /^search-aliases\.yaml$/,
  searchHints: /^search-hints\/((?:services|compare)\/[^/]+|glossary)\.yaml$/,
  published: /^permalinks\.txt$/,
} as const;

/** What files were read as, by path; given again, it spares reading those that have not changed. */
export type KnownFiles = Map<string, { readonly text: string; readonly loaded: LoadedFile<unknown> }>;

/**
 * Validates each content file by itself. Faulty files are left out of the entries and reported.
 *
 * @param known what an earlier call has read; this call adds to it
 */
export function loadEntries(
  files: readonly ContentFile[],
  known: KnownFiles = new Map(),
): { entries: ContentEntries; diagnostics: Diagnostic[] } {
  const entries: Mutable<ContentEntries> = {
    services: [],
    notes: [],
    comparisons: [],
    quotas: [],
    glossary: undefined,
    redirects: undefined,
    searchAliases: undefined,
    searchHints: [],
    published: [],
    faulty: [],
    faultyBodies: [],
  };
  const diagnostics: Diagnostic[] = [];
  const keep = <T>({ path, text }: ContentFile, load: () => LoadedFile<T>): T | undefined => {
    const before = known.get(path);
    // A path stands for one kind of file, so what was read from it before is of the same type.
    const loaded = before?.text === text ? (before.loaded as LoadedFile<T>) : load();
    known.set(path, { text, loaded });
    diagnostics.push(...loaded.diagnostics);
    if (loaded.faultyBody) entries.faultyBodies.push(loaded.faultyBody);
    return loaded.entry;
  };
  const add = <T>(list: T[], entry: T | undefined) => void (entry && list.push(entry));

  for (const file of files) {
    const { kind, id } = placeOf(file.path);
    if (file.text !== file.text.normalize('NFC')) diagnostics.push(diagnose('N411', firstUnnormalized(file)));
    const bad = kind && id.split('/').find((part) => !isSlug(part));
    if (kind === undefined) {
      const reason = file.path.endsWith('.md')
        ? 'の拡張子は .mdx にします。'
        : 'は決まった置き場所にありません。';
      diagnostics.push(wrongPlace(file, `${file.path} ${reason}`));
    } else if (bad !== undefined && id !== '') {
      diagnostics.push(
        wrongPlace(file, `ファイル名「${bad}」は半角の小文字・数字とハイフンだけで付けます。`),
      );
    } else if (kind === 'services')
      add(
        entries.services,
        keep(file, () => loadMdx<typeof serviceSchema, ServiceSlug>(file, id, serviceSchema)),
      );
    else if (kind === 'notes')
      add(
        entries.notes,
        keep(file, () => loadMdx<typeof noteSchema, NoteId>(file, id, noteSchema)),
      );
    else if (kind === 'comparisons')
      add(
        entries.comparisons,
        keep(file, () => loadMdx<typeof comparisonSchema, ComparisonSlug>(file, id, comparisonSchema)),
      );
    else if (kind === 'quotas')
      add(
        entries.quotas,
        keep(file, () => loadYaml<typeof quotaFileSchema, ServiceSlug>(file, id, quotaFileSchema)),
      );
    else if (kind === 'glossary')
      entries.glossary = keep(file, () => loadYaml<typeof glossarySchema>(file, 'glossary', glossarySchema));
    else if (kind === 'redirects')
      entries.redirects = keep(file, () =>
        loadYaml<typeof redirectsSchema>(file, 'redirects', redirectsSchema),
      );
    else if (kind === 'searchAliases')
      entries.searchAliases = keep(file, () =>
        loadYaml<typeof searchAliasesSchema>(file, 'search-aliases', searchAliasesSchema),
      );
    else if (kind === 'searchHints')
      add(
        entries.searchHints,
        keep(file, () => loadYaml<typeof searchHintsSchema, HintedPage>(file, id, searchHintsSchema)),
      );
    else entries.published = readPermalinks(file.text);
  }
  entries.faulty = [...new Set(diagnostics.map(({ source }) => source.file))];
  return { entries, diagnostics };
}

const readPermalinks = (text: string) =>
  text.split(/\r?\n/).flatMap((path, i) => (path.startsWith('/') ? [{ path, line: i + 1 }] : []));

function placeOf(path: string): { kind: keyof typeof PLACES | undefined; id: string } {
  for (const [kind, pattern] of Object.entries(PLACES)) {
    const match = pattern.exec(path);
    if (match) return { kind: kind as keyof typeof PLACES, id: match[1] ?? '' };
  }
  return { kind: undefined, id: '' };
}

const wrongPlace = (file: ContentFile, reason: string): Diagnostic =>
  diagnose('N410', startOf(file.path), { reason });

function firstUnnormalized(file: ContentFile): { file: string; line: number; column: number } {
  const index = file.text.split('\n').findIndex((line) => line !== line.normalize('NFC'));
  return { file: file.path, line: index + 1, column: 1 };
}

/** A file that was read: an entry, or the reasons why it is none. */
interface LoadedFile<T> {
  readonly entry: T | undefined;
  readonly faultyBody?: FaultyBody | undefined;
  readonly diagnostics: Diagnostic[];
}

/** The door through which a file name becomes the id of its kind. */
function loadMdx<S extends z.ZodType, Id extends string>(
  file: ContentFile,
  id: string,
  schema: S,
): LoadedFile<BodyEntry<z.output<S>, Id>> {
  const { yaml, yamlLine, body: text, bodyLine: line } = splitFrontMatter(file.text);
  const body = { text, line };
  const faultyBody = { file: file.path, body };
  if (yaml === undefined) {
    const at = startOf(file.path);
    return {
      entry: undefined,
      faultyBody,
      diagnostics: [diagnose('N401', at, { reason: '--- で囲まれていません' })],
    };
  }
  const source = parseYaml(yaml, file.path, yamlLine);
  const { data, diagnostics } = validateYaml(schema, source);
  return data === undefined
    ? { entry: undefined, faultyBody, diagnostics }
    : { entry: { id: id as Id, file: file.path, data, yaml: source, body }, diagnostics };
}

function loadYaml<S extends z.ZodType, Id extends string = string>(
  file: ContentFile,
  id: string,
  schema: S,
): LoadedFile<Entry<z.output<S>, Id>> {
  const source = parseYaml(file.text, file.path);
  const { data, diagnostics } = validateYaml(schema, source);
  return {
    entry: data === undefined ? undefined : { id: id as Id, file: file.path, data, yaml: source },
    diagnostics,
  };
}
