import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applied, faultsOf, importTexts } from './known.ts';

/** Lines of all dialects: notes change their shape half-way, and are cut and pasted. */
const folder = join(import.meta.dirname, '../../fixtures');
const lines = globSync(['import/*/*/raw.md', 'hostile/*.md'], { cwd: folder })
  .toSorted()
  .flatMap((path) => readFileSync(join(folder, path), 'utf8').split('\n'))
  .filter((line) => line.length < 400);

const stretch = fc
  .tuple(fc.nat(lines.length - 1), fc.integer({ min: 1, max: 8 }))
  .map(([from, count]) => lines.slice(from, from + count).join('\n'));
const note = fc.array(fc.oneof({ weight: 5, arbitrary: stretch }, fc.constant('')), {
  minLength: 1,
  maxLength: 20,
});

it.each([1, 2, 3])('any mix of lines is imported whole, checked and imported again, seed %i', (seed) => {
  fc.assert(
    fc.property(note, (stretches) => {
      const notes = { 'a.md': stretches.join('\n') };
      const first = importTexts(notes);
      const files = applied(first);
      expect(first.diagnostics.filter(({ code }) => code === 'N206')).toEqual([]);
      expect(faultsOf(files)).toEqual([]);
      expect(importTexts(notes, { target: files }).planned.filter(({ action }) => action !== 'same')).toEqual(
        [],
      );
    }),
    { numRuns: 60, seed },
  );
});
