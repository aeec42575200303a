import { describe, expect, it } from 'vitest';
import { packWords, unpackWords } from '../../../src/search/packed-words.ts';

describe('packed words', () => {
  it('share their beginnings', () => {
    expect(packWords(['s3ъ', 'samъ', 'жaab', 'жaac', 'жab'])).toBe('As3ъBamъAжaabDcCb');
  });

  it.each([
    [[]],
    [['a']],
    [['', 'a', 'ab', 'b1', 'b10', 'жab', 'жabъ']],
    [['a'.repeat(30), `${'a'.repeat(30)}b`, `${'a'.repeat(31)}`, 'b']],
  ])('%j come out as they went in', (words) => {
    expect(unpackWords(packWords(words))).toEqual(words);
  });
});
