import { afterAll, describe, expect, it } from 'vitest';
import { diagnose, wordDiagnostic } from '../../../../src/diagnostics/index.ts';
import * as door from '../../../../src/markdown/diagrams/index.ts';
import { answeredWith, createMemoryCache, drawingReply, program } from './fixtures.ts';

const renderer = door.createDiagramRenderer({ cache: createMemoryCache(), entry: program('liar') });
afterAll(() => renderer.close());

it('exposes', () => {
  expect(Object.keys(door).sort()).toEqual(['createDiagramFences', 'createDiagramRenderer']);
});

/** What a writer reads about a fence that opens in line 10. */
async function word(source: string): Promise<string> {
  const result = await renderer.render(source, 'd');
  if (result.ok) return 'drawn';
  const { problem } = result;
  const line = 10 + ('line' in problem ? (problem.line ?? 0) : 0);
  const { message } = wordDiagnostic(
    diagnose(problem.code, { file: 'x.mdx', line, column: 1 }, problem.values as never),
  );
  return `${line} ${problem.code} ${message}`;
}

const faulty = (failure: object) => answeredWith({ ok: false, failure });

describe('each problem has its diagnostic', () => {
  it.each([
    [
      faulty({ kind: 'part', name: 'foreignObject' }),
      '10 N320 Mermaid の図にできません（描けない部品「foreignObject」が使われています）。',
    ],
    [
      faulty({ kind: 'message', message: 'No such shape: x.' }),
      '10 N320 Mermaid の図にできません（No such shape: x.）。',
    ],
    ['', '10 N320 Mermaid の図にできません（中身がありません）。'],
    ['gantt', '10 N321 `gantt` の図はきれいに描けません。'],
    ['mindmap\n  accTitle: x\n  a', '10 N322 図に `accDescr` がありません。'],
    [answeredWith(drawingReply()), 'drawn'],
  ])('%j', async (source, wording) => expect(await word(source)).toBe(wording));

  it('and a fault of syntax its line, counted in the file', async () => {
    const source = `${faulty({ kind: 'syntax', line: 1 })}`;
    expect(await word(source)).toBe(
      '11 N320 Mermaid の図にできません（1 行目「flowchart LR」の文法が正しくありません）。',
    );
  });
});

describe('createDiagramFences', () => {
  const fences = door.createDiagramFences(renderer);
  const fence = (value: string) => fences.render({ value, lang: 'mermaid', meta: '', idPrefix: 'topic_d0' });

  it('makes a figure that the keyboard reaches, named by its title', async () => {
    const result = await fence(answeredWith(drawingReply()));
    expect(result).toMatchObject({
      ok: true,
      node: {
        tagName: 'figure',
        properties: {
          className: ['diagram'],
          tabIndex: 0,
          ariaLabelledBy: ['topic_d0_t'],
        },
        children: [{ tagName: 'svg', properties: { role: 'img' } }],
      },
    });
  });

  it('passes problems on', async () => {
    expect(await fence('pie')).toEqual({ ok: false, problem: { code: 'N321', values: { kind: 'pie' } } });
  });
});
