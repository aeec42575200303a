import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/search/engine/likeness.ts';
import { signsOf, type Sayings } from '../../../src/search/signs.ts';

const texts = [
  '消したものを戻したい。誤って削除したファイルを復元する',
  '夜は止めておきたい。夜間だけ停止する',
  'Lambda の初回が遅い',
];
const look = async (sign: string): Promise<Sayings> =>
  Promise.resolve(new Map(texts.flatMap((text, n) => (signsOf(text).includes(sign) ? [[n, 0.5]] : []))));
const ask = (sentence: string) => compare(sentence, look, texts.length);

describe('a sentence', () => {
  it.each([
    ['消したファイルを戻す', 0],
    ['夜だけ停める', 1],
    ['Lambda の初回', 2],
  ])('%s is said by the ways to say it together', async (sentence, expected) => {
    const { subjects } = await ask(sentence);
    expect(subjects[0]?.[0]).toBe(expected);
  });

  it('is said wholly at most, and by nothing without a sign in common', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...'消戻夜止遅あ') }), async (sentence) => {
        for (const [, likeness] of (await ask(sentence)).subjects) {
          expect(likeness).toBeGreaterThan(0);
          expect(likeness).toBeLessThanOrEqual(1);
        }
      }),
    );
    expect((await ask('はい')).subjects).toEqual([]);
  });

  it('tells more by its rare signs', async () => {
    const sayings: Record<string, Sayings> = {
      常: new Map([
        [0, 0.5],
        [1, 0.5],
        [2, 0.5],
      ]),
      稀: new Map([[1, 0.5]]),
    };
    const { subjects } = await compare('常稀', (sign) => Promise.resolve(sayings[sign] ?? new Map()), 3);
    const [, rest = 0] = subjects.find(([subject]) => subject === 0) ?? [];
    const [, best = 0] = subjects[0] ?? [];
    expect(subjects[0]?.[0]).toBe(1);
    expect(best).toBeGreaterThan(2 * rest);
  });

  it('has parts of which a subject says most, or not', async () => {
    const { saysMost } = await ask('夜に削除を止める');
    expect(saysMost(0, '削除')).toBe(true);
    expect(saysMost(1, '削除')).toBe(false);
    expect(saysMost(1, '止める')).toBe(true);
  });
});
