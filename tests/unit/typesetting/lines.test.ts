import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOfText } from '../../../src/typesetting/font.ts';
import { breakLines } from '../../../src/typesetting/line-breaks.ts';

const plain = { size: 14, bold: false };
const bold = { size: 14, bold: true };

describe('widthOfText', () => {
  it.each([
    ['', 0],
    ['全角四字', 56],
    ['カナ（）', 56],
    // Advances of Noto Sans JP, in thousandths of an em: A 608, W 878, S 596.
    ['AWS', 14 * (0.608 + 0.878 + 0.596)],
    ['𠮷', 14],
    ['😀', 14],
  ])('%s is %f wide', (text, width) => expect(widthOfText(text, plain)).toBeCloseTo(width, 2));

  it('makes bold letters wider, and kana not', () => {
    expect(widthOfText('Lambda', bold)).toBeGreaterThan(widthOfText('Lambda', plain));
    expect(widthOfText('ラムダ', bold)).toBe(widthOfText('ラムダ', plain));
  });
});

describe('breakLines', () => {
  it.each([
    ['短い', 200, ['短い']],
    ['ターゲットグループに転送する', 140, ['ターゲットグループに', '転送する']],
    ['最大 10 件ずつまとめて受け取る', 200, ['最大 10 件ずつまとめて', '受け取る']],
    ['Application Load Balancer', 100, ['Application ', 'Load Balancer']],
    ['SNS トピックから運用担当者へ通知', 200, ['SNS トピックから', '運用担当者へ通知']],
    ['プロビジョニングされた', 60, ['プロビ', 'ジョニン', 'グされた']],
    ['（かっこ）の前では切る', 90, ['（かっこ）の', '前では切る']],
    ['UPDATE_ROLLBACK_COMPLETE', 180, ['UPDATE_ROLLBACK_', 'COMPLETE']],
    ['AutoScalingRollingUpdate', 120, ['AutoScaling', 'RollingUpdate']],
    ['EBS・EFS・インスタンスストア', 140, ['EBS・EFS・', 'インスタンスストア']],
    ['memory・memoryReservation', 140, ['memory・', 'memoryReservation']],
    ['', 10, ['']],
  ])('%s in %i', (text, limit, lines) => expect(breakLines(text, limit, plain)).toEqual(lines));

  const words = fc.array(
    fc.constantFrom('関数', 'を', 'Lambda', ' ', 'キャッシュ', '。', '10 ', '件', 'ー', '(', '「あ」', 'ッ'),
  );

  it('loses nothing, and keeps to the limit, whatever the text', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 60, max: 300 }), (parts, limit) => {
        const text = parts.join('');
        const lines = breakLines(text, limit, plain);
        expect(lines.join('')).toBe(text);
        // A single character with its closing marks may be wider than a narrow limit.
        for (const line of lines)
          if (widthOfText(line.trimEnd(), plain) > limit) expect(line).toMatch(/^.[、。ーッ」)\s]+$/u);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});
