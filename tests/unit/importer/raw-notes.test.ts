import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../../src/content/front-matter.ts';
import { loadEntries } from '../../../src/content/load.ts';
import { analyseBody } from '../../../src/markdown/analyse.ts';
import { guardTree } from '../../../src/markdown/guard.ts';
import { parseMdx } from '../../../src/markdown/parse.ts';
import { applied, importTexts } from './known.ts';

const folder = process.env['RAW_NOTES_DIR'];

/** The team's own notes, which are not part of the project: RAW_NOTES_DIR names the folder that holds them. */
describe.skipIf(!folder)('the raw notes (RAW_NOTES_DIR)', () => {
  const notes = Object.fromEntries(
    (folder ? readdirSync(folder).filter((name) => /\.(?:txt|md)$/.test(name)) : []).map((name) => [
      name,
      new Uint8Array(readFileSync(join(folder ?? '', name))),
    ]),
  );
  const result = folder ? importTexts(notes) : undefined;
  const files = result ? applied(result) : [];

  it('lose nothing', () => {
    expect(result?.notes.map(({ source, account }) => [source, account.losses])).toEqual(
      Object.keys(notes)
        .toSorted()
        .map((name) => [name, []]),
    );
  });

  it('become content that the site accepts', () => {
    expect(loadEntries(files).diagnostics).toEqual([]);
    for (const { path, text } of files) {
      const { body, bodyLine } = splitFrontMatter(text);
      const tree = parseMdx(body, bodyLine);
      expect(guardTree(tree, path)).toEqual([]);
      expect(analyseBody(tree, path, path.startsWith('notes/') ? 'note' : 'page').diagnostics).toEqual([]);
    }
  });

  it('are filed with services, all but a handful', () => {
    const made = files.filter(({ path }) => path.startsWith('notes/'));
    const unsorted = made.filter(({ path }) => path.startsWith('notes/unsorted/'));
    expect(made.length).toBeGreaterThan(Object.keys(notes).length);
    expect(unsorted.length).toBeLessThan(made.length / 50);
  });

  it('keep every line of fenced code', () => {
    const written = new Set(files.flatMap(({ text }) => text.split('\n').map((line) => line.trim())));
    for (const bytes of Object.values(notes)) {
      const text = new TextDecoder().decode(bytes);
      for (const [, code = ''] of text.matchAll(/^```[a-z]*\n([\s\S]*?)\n```$/gm))
        for (const line of code.split('\n'))
          // Ids of somebody's events are masked.
          if (!/"id": "[0-9a-f-]{36}"/.test(line)) expect(written).toContain(line.trim());
    }
  });

  it('give the same bytes again', () => {
    const again = importTexts(notes, { target: files });
    expect(new Set(again.planned.map(({ action }) => action))).toEqual(new Set(['same']));
  });
});
