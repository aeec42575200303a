import type { Root } from 'mdast';
import { diagnose, startOf, type Diagnostic } from '../diagnostics/index.ts';
import { parseMdx } from '../markdown/parse.ts';
import { SERVICE_SECTIONS } from '../model/paths.ts';
import { TOP_OF_PAGE, type Dialect as DialectId, type ServiceSlug } from '../schema/index.ts';
import { balance, type Account } from './account.ts';
import { cut } from '../markdown/cut.ts';
import type { Dialect, Dropped, Range } from './dialects/dialect.ts';
import { emitBody } from './emit/emit.ts';
import { printNote } from './emit/note-file.ts';
import { printServiceStub } from './emit/service-stub.ts';
import { composeNotes, type NoteDraft } from './file/compose.ts';
import { placeTopics } from './file/place.ts';
import { IdSpace } from './file/slug.ts';
import type { Knowledge } from './knowledge.ts';
import { lineStarts, placeAt } from './lines.ts';
import { normalize } from './normalize/index.ts';
import { placeOf, type PassContext } from './normalize/pass.ts';
import { planFiles, type MadeFile, type PlannedFile } from './plan.ts';
import { readNote, type NoteFile, type ReadNote } from './read/note.ts';
import { segmentNote, wholeNote } from './segment.ts';
import type { Target } from './target.ts';
import { wordsOfTree } from './text-of.ts';

export interface ImportOptions {
  readonly knowledge: Knowledge;
  readonly target: Target;
  readonly dialects: readonly Dialect[];
  /** Files everything with one service. */
  readonly service?: ServiceSlug | undefined;
  /** Reads everything as one dialect. */
  readonly dialect?: DialectId | undefined;
  /** Called before each note with its number from 1. */
  readonly onNote?: ((number: number, source: string) => void) | undefined;
}

/** What became of one note. */
export interface NoteReport {
  readonly source: string;
  readonly dialects: readonly DialectId[];
  readonly files: readonly string[];
  readonly account: Account;
}

export interface ImportResult {
  readonly planned: readonly PlannedFile[];
  readonly notes: readonly NoteReport[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Imports notes: everything between their bytes and the files to be written, without touching a disk. The same notes,
 * the same target and the same knowledge give the same bytes, in whatever order the notes are named.
 */
export function importNotes(files: readonly NoteFile[], options: ImportOptions): ImportResult {
  const { knowledge, target } = options;
  const diagnostics: Diagnostic[] = [];
  const sorted = files.toSorted((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0));
  const sources = new Set(sorted.map(({ source }) => source));
  for (const [i, { source }] of sorted.entries())
    if (source === sorted[i - 1]?.source)
      diagnostics.push(diagnose('N108', startOf(source), { file: source }));

  const spaces = new Map<ServiceSlug, IdSpace>();
  const idsOf = (service: ServiceSlug): IdSpace => {
    const space =
      spaces.get(service) ??
      new IdSpace(
        new Map([
          ...target.idsOf(service),
          ...[...SERVICE_SECTIONS, TOP_OF_PAGE].map((id) => [id, undefined] as const),
        ]),
      );
    spaces.set(service, space);
    return space;
  };
  const notes: NoteReport[] = [];
  const made: MadeFile[] = [];
  for (const [i, file] of sorted.entries()) {
    options.onNote?.(i + 1, file.source);
    const { read, diagnostics: findings } = readNote(file);
    diagnostics.push(...findings);
    if (!read) continue;
    const result = importNote(read, idsOf, options);
    made.push(...result.made);
    notes.push(result.report);
    diagnostics.push(...result.diagnostics);
  }
  const stubs = missingServices(made, target).map((slug) => ({
    path: `services/${slug}.mdx`,
    text: printServiceStub(slug, knowledge.services),
  }));
  const plan = planFiles(made, stubs, target, sources);
  return { planned: plan.files, notes, diagnostics: [...diagnostics, ...plan.diagnostics] };
}

const missingServices = (made: readonly MadeFile[], target: Target): ServiceSlug[] =>
  [...new Set(made.map(({ service }) => service))].filter((slug) => !target.services.has(slug)).toSorted();

function importNote(
  { note, sha256 }: ReadNote,
  idsOf: (service: ServiceSlug) => IdSpace,
  { dialects, dialect, service, knowledge: { names, lexicon, slugger } }: ImportOptions,
): { made: MadeFile[]; report: NoteReport; diagnostics: Diagnostic[] } {
  const forced = dialects.find(({ id }) => id === dialect);
  const segments = forced ? wholeNote(note, forced) : segmentNote(note, dialects, names);
  const marks: Range[] = [];
  const dropped: Dropped[] = [];
  const pass: PassContext = { note, marks, dropped, diagnostics: [] };
  const tree: Root = { type: 'root', children: [] };
  for (const segment of segments) {
    const parsed = segment.dialect.parse(segment.part, names);
    marks.push(...parsed.marks);
    dropped.push(...parsed.dropped);
    tree.children.push(...parsed.tree.children);
  }
  normalize(tree, pass);
  const filing = placeTopics(tree, { names, lexicon, service, pass });
  const composed = composeNotes(filing.topics, note.file, slugger, idsOf);
  marks.push(...filing.filed, ...composed.filed);

  const printed = composed.drafts.map((draft, i) =>
    printDraft(draft, i, pass, sha256, dialectOf(draft, segments)),
  );
  const account = balance(note, marks, dropped, printed);
  report(note.text, dropped, account, pass);
  return {
    made: printed.map(({ words: _, ...file }) => file),
    report: {
      source: note.file,
      dialects: [...new Set(segments.map(({ dialect: { id } }) => id))],
      files: printed.map(({ path }) => path),
      account,
    },
    diagnostics: pass.diagnostics,
  };
}

/** Imported notes come after those that were written by hand. */
const FIRST_ORDER = 1000;

function printDraft(
  draft: NoteDraft,
  index: number,
  pass: PassContext,
  sha256: ReadNote['sha256'],
  dialect: DialectId,
): MadeFile & { words: string } {
  const { service, topic, title, lines } = draft;
  const body = emitBody(draft.blocks);
  for (const block of body.degraded)
    pass.diagnostics.push(
      diagnose('N332', placeOf(block, pass), { text: excerpt(wordsOfTree(block)) }, 'warning'),
    );
  const source = pass.note.file;
  const text = printNote({
    frontMatter: { title, service, order: Math.min(FIRST_ORDER + index * 10, 9999) },
    imported: { file: source, dialect, sha256, lines },
    body: body.text,
  });
  // The account reads what was written, not what was meant.
  const words = `${title}\n${wordsOfTree(parseMdx(body.text))}`;
  return { path: `notes/${service}/${topic}.mdx`, text, service, title, source, sha256, lines, words };
}

/** The dialect of most of a draft's lines. */
function dialectOf(
  { lines }: NoteDraft,
  segments: readonly { part: { firstLine: number; lastLine: number }; dialect: Dialect }[],
): DialectId {
  const first = lines[0]?.[0] ?? 1;
  const segment =
    segments.find(({ part }) => first >= part.firstLine && first <= part.lastLine) ?? segments[0];
  return segment?.dialect.id ?? 'outline';
}

function report(text: string, dropped: readonly Dropped[], account: Account, pass: PassContext): void {
  const starts = lineStarts(pass.note.lines);
  for (const { start, end, reason } of dropped) {
    const place = { file: pass.note.file, ...placeAt(starts, start) };
    pass.diagnostics.push(diagnose('N203', place, { reason, text: excerpt(text.slice(start, end)) }, 'info'));
  }
  for (const { line, text: lost } of account.losses)
    pass.diagnostics.push(
      diagnose('N206', { file: pass.note.file, line, column: 1 }, { text: excerpt(lost) }),
    );
}

const excerpt = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${cut(line, 60)}…` : line;
};
