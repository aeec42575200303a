import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { DiagramCache } from '../../../../src/markdown/diagrams/index.ts';

const folder = new URL('../../../fixtures/diagrams/', import.meta.url);

/** The diagrams of the fixtures: a name, the source, and where its golden picture lies. */
export const fixtures = readdirSync(folder)
  .filter((file) => file.endsWith('.mmd'))
  .map((file) => ({
    name: file.replace('.mmd', ''),
    source: readFileSync(new URL(file, folder), 'utf8'),
    golden: fileURLToPath(new URL(file.replace('.mmd', '.svg'), folder)),
  }));

/** A cache in memory, whose entries can be looked at. */
export function createMemoryCache(): DiagramCache & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    get: (key) => Promise.resolve(entries.get(key)),
    set: (key, value) => Promise.resolve(void entries.set(key, value)),
  };
}

/** The text of a picture. */
export const printSvg = (svg: Element): string => toHtml(svg, { space: 'svg', closeEmptyElements: true });

/** A flowchart with a title and a description, around some lines. */
export const flowchart = (...lines: string[]): string =>
  ['flowchart LR', '  accTitle: 題名', '  accDescr: 説明', ...lines].join('\n');

/** A program of `programs/` that takes the place of the one that draws. */
export const program = (name: string): string =>
  fileURLToPath(new URL(`programs/${name}.ts`, import.meta.url));

/** A diagram to which `programs/liar.ts` answers what is given here. */
export const answeredWith = (reply: unknown): string => flowchart(`%${JSON.stringify(reply)}`);

/** An answer with a drawing: one box and one text. */
export const drawingReply = (change: object = {}): object => ({
  ok: true,
  drawing: {
    ...{ x: 0, y: 0, width: 10, height: 10, markers: [] },
    outlines: [{ tag: 'rect', role: 'box', x: 0, y: 0, width: 1, height: 1 }],
    texts: [{ role: 'label', anchor: 'start', size: 14, lines: [{ x: 0, y: 0, runs: [{ text: 'あ' }] }] }],
    ...change,
  },
});
