import { describe, expect, it } from 'vitest';
import { dialects } from '../../../src/importer/dialects/index.ts';
import { segmentNote } from '../../../src/importer/segment.ts';
import { knowledge } from './known.ts';

const MKDOCS = [
  '## 01. SQS',
  '',
  '### SQSとは',
  '',
  '#### ▼ キュー',
  '',
  '値は```30```秒である。',
  '',
  '> ℹ️ 参考：https://example.com/',
  '',
  '<br>',
  '',
];
const OUTLINE = [
  '## SNS',
  '- トピック',
  '    - 購読者へ配る',
  '    - 順番は決まらない',
  '- 購読',
  '    - 確認が要る',
  '',
];
const repeat = (lines: readonly string[], n: number) => Array.from({ length: n }, () => lines).flat();

const segments = (lines: readonly string[]) =>
  segmentNote({ file: 'a', text: lines.join('\n'), lines }, dialects, knowledge.names).map(
    ({ dialect, part }) => [dialect.id, part.firstLine, part.lastLine] as const,
  );

describe('segmentNote', () => {
  it('covers every line once', () => {
    for (const lines of [
      [''],
      repeat(MKDOCS, 9),
      repeat(OUTLINE, 30),
      [...repeat(MKDOCS, 9), ...repeat(OUTLINE, 9)],
    ]) {
      const parts = segments(lines);
      expect(parts[0]?.[1]).toBe(1);
      expect(parts.at(-1)?.[2]).toBe(lines.length);
      for (const [i, [, first]] of parts.slice(1).entries()) expect(first).toBe((parts[i]?.[2] ?? 0) + 1);
    }
  });

  it('sees where a note changes its dialect', () => {
    const first = repeat(MKDOCS, 8);
    expect(segments([...first, ...repeat(OUTLINE, 8)])).toEqual([
      ['mkdocs', 1, first.length],
      ['outline', first.length + 1, first.length + 8 * OUTLINE.length],
    ]);
  });

  it('does not cut at headings inside a fence', () => {
    const fence = ['```bash', '# 注', '## 見出しではない', '```', ''];
    expect(segments([...MKDOCS, ...repeat(fence, 20), ...MKDOCS]).map(([id]) => id)).toEqual(['mkdocs']);
  });
});
