import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../command.ts';
import type { SampleService } from './corpus.ts';
import { measureEditing, type EditingFigures } from './editing.ts';
import { folderBytes } from './folder-bytes.ts';
import { measureImport, type ImportFigures } from './importing.ts';
import { measure, type Measurement } from './measure.ts';
import { weighSearch, type SearchFigures } from './searching.ts';
import { settingsOf, workplaceIn, type Workplace } from './workplace.ts';
import { writeContent } from './write-content.ts';

export interface OwnFigures {
  readonly notes: number;
  readonly cold: Measurement;
  readonly warm: Measurement;
  readonly pages: number;
  readonly outputBytes: number;
  readonly searchBytes: number;
  readonly search: SearchFigures;
  readonly importing: ImportFigures;
  /** Undefined where there is no browser. */
  readonly editing: EditingFigures | undefined;
}

/** Builds a corpus with this project: with empty caches, then again after one sentence was added to one note. */
export async function measureOwn(folder: string, corpus: readonly SampleService[]): Promise<OwnFigures> {
  const place = workplaceIn(folder);
  await rm(folder, { recursive: true, force: true });
  await writeContent(place.content, corpus);
  const cold = await buildOwn(place);
  await editOneNote(place.content, corpus);
  const warm = await buildOwn(place);
  return {
    notes: corpus.reduce((sum, { notes }) => sum + notes.length, 0),
    cold,
    warm,
    pages: corpus.length,
    outputBytes: await folderBytes(place.output),
    searchBytes: await folderBytes(join(place.output, 'pagefind')),
    search: await weighSearch(place.output),
    importing: await measureImport(join(folder, 'import'), corpus),
    editing: await measureEditing(place, corpus),
  };
}

const buildOwn = (place: Workplace): Promise<Measurement> =>
  measure({
    program: process.execPath,
    args: [join(root, 'scripts/build.ts')],
    cwd: root,
    env: settingsOf(place),
  });

async function editOneNote(content: string, corpus: readonly SampleService[]): Promise<void> {
  const service = corpus[Math.floor(corpus.length / 2)];
  const note = service?.notes[0];
  if (!service || !note) throw new Error('a corpus holds at least one note');
  await addSentence(join(content, 'notes', service.slug, `${note.topic}.mdx`));
}

/** Changes a page, of this project or of a peer. */
export const addSentence = (file: string): Promise<void> => appendFile(file, '\nあとから書き足した文。\n');
