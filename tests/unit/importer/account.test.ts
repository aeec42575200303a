import { describe, expect, it } from 'vitest';
import { balance } from '../../../src/importer/account.ts';

const note = (text: string) => ({ file: 'a', text, lines: text.split('\n') });
const range = (text: string, part: string) => ({
  start: text.indexOf(part),
  end: text.indexOf(part) + part.length,
});

describe('balance', () => {
  it('finds what was written, whatever the spaces and the signs of Markdown', () => {
    const text = '# 見出し\n- 一つ目 *強調*\n| a | b |';
    const written = [{ lines: [[1, 3]] as const, words: '見出し\n一つ目 強調\na\nb' }];
    expect(balance(note(text), [], [], written)).toEqual({ kept: 10, dropped: 0, lost: 0, losses: [] });
  });

  it('counts markup for nothing and what was dropped apart', () => {
    const text = '【題】本文\n著者名';
    const marks = [range(text, '【'), range(text, '】')];
    const dropped = [{ ...range(text, '著者名'), reason: 'author' as const }];
    const written = [{ lines: [[1, 1]] as const, words: '題 本文' }];
    expect(balance(note(text), marks, dropped, written)).toEqual({
      kept: 3,
      dropped: 3,
      lost: 0,
      losses: [],
    });
  });

  it('finds each occurrence once', () => {
    const written = [{ lines: [[1, 2]] as const, words: '同じ文である。' }];
    expect(balance(note('同じ文である。\n同じ文である。'), [], [], written)).toMatchObject({
      kept: 7,
      lost: 7,
      losses: [{ line: 2 }],
    });
  });

  it('looks in the file of the line first, then in the others', () => {
    const written = [
      { lines: [[1, 1]] as const, words: '表' },
      { lines: [[2, 2]] as const, words: '表 裏' },
    ];
    expect(balance(note('表 裏\n表'), [], [], written).lost).toBe(0);
    expect(balance(note('表 裏\n表'), [], [], written.slice(1)).losses).toEqual([{ line: 2, text: '表' }]);
  });

  it('says which words of a line are lost', () => {
    const written = [{ lines: [[1, 1]] as const, words: 'はじめの語 おわりの語' }];
    expect(balance(note('はじめの語 なかの語 おわりの語'), [], [], written)).toEqual({
      kept: 10,
      dropped: 0,
      lost: 4,
      losses: [{ line: 1, text: 'なかの語' }],
    });
  });
});
