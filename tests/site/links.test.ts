import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { findBrokenLinks } from '../../scripts/broken-links.ts';
import { startPreviewServer } from '../../src/deploy/preview-server.ts';

const linesOf = async (folder: string, base: string): Promise<string[]> => {
  const server = await startPreviewServer({ root: folder, base });
  try {
    const broken = await findBrokenLinks(server.url);
    return broken.map(({ parent, url, status }) => `${parent ?? ''} → ${url} (${status ?? 'no answer'})`);
  } finally {
    await server.close();
  }
};

describe('links, followed through the server', () => {
  it.each(['main', 'small'] as const)('all lead somewhere on the %s site', async (name) => {
    const { folder, base } = inject('sites')[name];
    expect(await linesOf(folder, base)).toEqual([]);
  });

  it('are told when they lead to no page or to no heading', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kumo-note-links-'));
    const links = '<a href="/gone/">1</a> <a href="/#gone">2</a> <a href="/#here">3</a> <h1 id="here">4</h1>';
    writeFileSync(join(folder, 'index.html'), `<!doctype html><title>x</title>${links}`);
    const lines = await linesOf(folder, '/');
    rmSync(folder, { recursive: true });
    expect(lines).toHaveLength(2);
    expect(lines.join('\n')).toMatch(/\/gone\/ \(404\)/);
    expect(lines.join('\n')).toMatch(/#gone/);
  });
});
