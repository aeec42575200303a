import { afterEach, describe, expect, it } from 'vitest';
import {
  createDiagramRenderer,
  type DiagramRenderer,
  type DiagramRendererOptions,
} from '../../../../src/markdown/diagrams/index.ts';
import { answeredWith, createMemoryCache, drawingReply, flowchart, printSvg, program } from './fixtures.ts';

let renderer: DiagramRenderer | undefined;
const start = (entry: string, options: Partial<DiagramRendererOptions> = {}) =>
  (renderer = createDiagramRenderer({ cache: createMemoryCache(), entry: program(entry), ...options }));
afterEach(() => renderer?.close());

const failed = (reason: string) => ({ ok: false, problem: { code: 'N320', values: { reason } } });

describe('the process that draws', () => {
  it('may read its own code, and do nothing else', async () => {
    expect(await start('probe').render(flowchart('A'), 'd')).toEqual(failed('read itself'));
  });

  it('is killed when a diagram takes too long; the next diagram gets another process', async () => {
    const { render } = start('hang', { timeLimit: 1_000, startLimit: 4_000 });
    const results = await Promise.all([render(flowchart('とまる'), 'd'), render(flowchart('つづく'), 'd')]);
    expect(results).toEqual([
      failed('1 秒たっても描き終わりませんでした。図を小さく分けてください'),
      failed('answered'),
    ]);
  });

  it('may crash, which is reported with its last words', async () => {
    const { render } = start('crash');
    const reason = '図を描くプロセスが止まりました。RangeError: out of paper';
    expect(await render(flowchart('A'), 'd')).toEqual(failed(reason));
    expect(await render(flowchart('B'), 'd')).toEqual(failed(reason));
  });

  it('may be missing, which is reported', async () => {
    const result = await start('missing').render(flowchart('A'), 'd');
    expect(result).toMatchObject({
      problem: { code: 'N320', values: { reason: expect.stringContaining('Cannot find module') } },
    });
  });
});

describe('an answer that is not a drawing', () => {
  const rect = { tag: 'rect', role: 'box', x: 0, y: 0, width: 1, height: 1 };

  it.each([
    ['is no object', 'svg'],
    ['has a script', drawingReply({ outlines: [{ ...rect, tag: 'script' }] })],
    ['has a style', drawingReply({ outlines: [{ ...rect, style: 'fill:red' }] })],
    ['has a class of its own', drawingReply({ outlines: [{ ...rect, role: 'box" onload="alert(1)' }] })],
    ['has text for a number', drawingReply({ width: '10" onload="alert(1)' })],
    [
      'has markup for a path',
      drawingReply({ outlines: [{ tag: 'path', role: 'edge', d: 'M0 0"/><script>' }] }),
    ],
    ['has a handler', drawingReply({ onload: 'alert(1)' })],
    ['is endless', drawingReply({ width: 1e300 })],
  ])('that %s is refused', async (_, reply) => {
    const result = await start('liar').render(answeredWith(reply), 'd');
    expect(result).toEqual(failed('図を描くプロセスの答えが正しくありません'));
  });

  it('but a drawing is printed, its words escaped', async () => {
    const lines = [{ x: 0, y: 0, runs: [{ text: '<b>&amp;</b>' }] }];
    const reply = drawingReply({ texts: [{ role: 'label', anchor: 'start', size: 14, lines }] });
    const result = await start('liar').render(answeredWith(reply), 'd');
    expect(result.ok && printSvg(result.svg)).toContain('>&#x3C;b>&#x26;amp;&#x3C;/b></text>');
  });
});
