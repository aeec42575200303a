import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../../src/content/front-matter.ts';
import { loadEntries } from '../../../src/content/load.ts';
import { dialects } from '../../../src/importer/dialects/index.ts';
import { analyseBody } from '../../../src/markdown/analyse.ts';
import { guardTree } from '../../../src/markdown/guard.ts';
import { parseMdx } from '../../../src/markdown/parse.ts';
import { applied, importTexts } from './known.ts';

const folder = fileURLToPath(new URL('../../fixtures/hostile', import.meta.url));
const fixtures = globSync('*.md', { cwd: folder }).sort();

describe('a hostile note', () => {
  it('comes in at least sixty kinds', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(60);
  });

  it.each(fixtures)('%s: writes nothing that runs, loses nothing, in any dialect', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    for (const dialect of [undefined, ...dialects.map(({ id }) => id)]) {
      const result = importTexts({ [basename(name)]: text }, { dialect });
      const files = applied(result);
      const { diagnostics } = loadEntries(files);
      expect(diagnostics, dialect).toEqual([]);
      expect(result.notes[0]?.account.losses, dialect).toEqual([]);
      for (const { path, text: written } of files) {
        expect(path).toMatch(/^(?:notes\/[a-z0-9-]+|services)\/[a-z0-9-]+\.mdx$/);
        const { body } = splitFrontMatter(written);
        const tree = parseMdx(body);
        expect(guardTree(tree, path), `${dialect}\n${body}`).toEqual([]);
        if (path.startsWith('notes/')) expect(analyseBody(tree, path, 'note').diagnostics).toEqual([]);
      }
    }
  });
});
