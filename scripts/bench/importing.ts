import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../command.ts';
import type { SampleService } from './corpus.ts';
import { measure, type Measurement } from './measure.ts';

export interface ImportFigures {
  readonly megabytes: number;
  readonly run: Measurement;
}

/** Imports a corpus that was written as one raw MkDocs note, into an empty folder. */
export async function measureImport(
  folder: string,
  corpus: readonly SampleService[],
): Promise<ImportFigures> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const note = join(folder, 'note.md');
  const text = rawNote(corpus);
  await writeFile(note, text);
  const run = await measure({
    program: process.execPath,
    args: [join(root, 'scripts/import.ts'), note, '--out', join(folder, 'out')],
    cwd: root,
  });
  return { megabytes: Buffer.byteLength(text) / 1024 / 1024, run };
}

/** The marks of a MkDocs note around the sections of the corpus; diagrams stay fences. */
const rawNote = (corpus: readonly SampleService[]): string =>
  [
    '# サンプルの記録\n',
    ...corpus.flatMap(({ name, notes }, i) => [
      `## ${String(i + 1).padStart(2, '0')}. ${name}\n`,
      ...notes.flatMap(({ title, body }) => [
        `### ${title}\n`,
        body.replace(/^### (.+) \[#[\w-]+\]$/gm, '#### ▼ $1'),
        '<br>\n',
      ]),
    ]),
  ].join('\n');
