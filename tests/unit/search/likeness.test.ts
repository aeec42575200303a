import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLikeness, packSigns, signsOf } from '../../../src/search/engine/likeness.ts';

const texts = [
  ['消したものを戻したい', '誤って削除したファイルを復元する'],
  ['夜は止めておきたい', '夜間だけ停止する'],
  ['Lambda が遅い', 'Lambda の初回が遅い'],
].map(packSigns);
const ask = createLikeness(texts, (text) => text);
const best = (sentence: string) => texts.indexOf(ask(sentence)[0]?.[0] ?? '');

describe('signs', () => {
  it('are characters, katakana words and ASCII words', () => {
    expect(signsOf('Lambda の初回がタイムアウト')).toEqual(['lambda', '初', '回', 'タイムアウト']);
  });

  it('that several texts have stand apart', () => {
    expect(packSigns(['夜は止める', '夜間に停止する'])).toBe('間停/夜止');
  });

  it('are all there when they are packed', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (some) => {
        expect(new Set(signsOf(packSigns(some)))).toEqual(new Set(some.flatMap(signsOf)));
      }),
    );
  });
});

describe('a sentence', () => {
  it.each([
    ['消したファイルを戻す', 0],
    ['夜だけ停める', 1],
    ['Lambda の初回', 2],
  ])('%s is said by the ways to say it together', (sentence, expected) => {
    expect(best(sentence)).toBe(expected);
  });

  it('is said wholly at most, and by nothing without a sign in common', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'消戻夜止遅あ') }), (sentence) => {
        for (const [, likeness] of ask(sentence)) {
          expect(likeness).toBeGreaterThan(0);
          expect(likeness).toBeLessThanOrEqual(1);
        }
      }),
    );
    expect(ask('はい')).toEqual([]);
  });
});
