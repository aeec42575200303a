import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dialects } from '../../../../src/importer/dialects/index.ts';
import { describePart, lossesOf, misplaced, noteOf, vocabulary, wholeOf } from './reading.ts';

const folder = fileURLToPath(new URL('../../../fixtures/import/', import.meta.url));

describe.each(dialects.map((dialect) => [dialect.id, dialect] as const))('%s', (id, dialect) => {
  const cases = readdirSync(folder + id);

  it('has a case for each of its marks', () => {
    expect(cases.length).toBeGreaterThanOrEqual(8);
  });

  describe.each(cases)('%s', (name) => {
    const path = `${folder}${id}/${name}/`;
    const note = noteOf(readFileSync(`${path}raw.md`, 'utf8'));
    const part = dialect.parse(wholeOf(note), vocabulary);

    it('becomes the tree that is kept (UPDATE=1 accepts a change)', () => {
      const golden = `${path}tree.json`;
      const tree = `${JSON.stringify(describePart(note, part), null, 1)}\n`;
      if (process.env['UPDATE'] === '1') writeFileSync(golden, tree);
      expect(existsSync(golden), 'a new case needs UPDATE=1').toBe(true);
      expect(JSON.parse(tree)).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
    });

    it('loses nothing and knows where everything stood', () => {
      expect(lossesOf(note, part)).toEqual([]);
      expect(misplaced(note, part)).toEqual([]);
    });

    it('is the same when it stands further down in a longer note', () => {
      const above = ['前の部分。', '', ''];
      const longer = noteOf([...above, note.text].join('\n'));
      const moved = dialect.parse(
        { note: longer, firstLine: above.length + 1, lastLine: longer.lines.length },
        vocabulary,
      );
      expect(misplaced(longer, moved)).toEqual([]);
    });
  });
});
