import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packSayings, signsOf, unpackSayings } from '../../../src/search/signs.ts';

it('signs are characters, katakana words and ASCII words, each once', () => {
  expect(signsOf('Lambda の初回がタイムアウト、初回だけ')).toEqual(['lambda', '初', '回', 'タイムアウト']);
  expect(signsOf('はい、そうです')).toEqual([]);
});

it('packed sayings name the subjects by how many are passed over', () => {
  expect(
    packSayings(
      new Map([
        [0, 1],
        [1, 0.5],
        [12, 0.01],
      ]),
    ),
  ).toBe('oh10a');
  expect(unpackSayings('')).toEqual(new Map());
});

it('sayings come back with all their subjects, and nearly as much of each', () => {
  const sayings = fc
    .uniqueArray(fc.tuple(fc.nat(5000), fc.double({ min: 0.001, max: 1, noNaN: true })), {
      selector: ([n]) => n,
    })
    .map((all) => new Map(all));
  fc.assert(
    fc.property(sayings, (all) => {
      const back = unpackSayings(packSayings(all));
      expect([...back.keys()]).toEqual([...all.keys()].sort((a, b) => a - b));
      for (const [subject, share] of back) {
        expect(share).toBeGreaterThan(0);
        expect(Math.abs(share - (all.get(subject) ?? 0))).toBeLessThanOrEqual(1 / 15);
      }
    }),
  );
});
