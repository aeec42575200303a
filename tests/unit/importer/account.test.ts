import fc from 'fast-check';
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
    const written = [{ words: '見出し\n一つ目 強調\na\nb' }];
    expect(balance(note(text), [], [], written)).toEqual({ kept: 10, dropped: 0, lost: 0, losses: [] });
  });

  it('counts markup for nothing and what was dropped apart', () => {
    const text = '【題】本文\n著者名';
    const marks = [range(text, '【'), range(text, '】')];
    const dropped = [{ ...range(text, '著者名'), reason: 'author' as const }];
    const written = [{ words: '題 本文' }];
    expect(balance(note(text), marks, dropped, written)).toEqual({
      kept: 3,
      dropped: 3,
      lost: 0,
      losses: [],
    });
  });

  it('finds each occurrence once', () => {
    const written = [{ words: '同じ文である。' }];
    expect(balance(note('同じ文である。\n同じ文である。'), [], [], written)).toMatchObject({
      kept: 7,
      lost: 7,
      losses: [{ line: 2 }],
    });
  });

  it('looks in all files', () => {
    const written = [{ words: '表' }, { words: '表 裏' }];
    expect(balance(note('表 裏\n表'), [], [], written).lost).toBe(0);
    expect(balance(note('表 裏\n表'), [], [], written.slice(1)).losses).toEqual([{ line: 2, text: '表' }]);
  });

  it('takes no word for lost that is written as often as it was said, though parts of others look like it', () => {
    const text = '# cmd-line\n- Windows (cmd)\n- *cmd*line cmd';
    const words = 'Windows cmdline\ncmd cmd\ncmd-line';
    expect(balance(note(text), [], [], [{ words }]).losses).toEqual([]);
    expect(balance(note(text), [], [], [{ words: words.replace('cmd cmd', 'cmd') }]).lost).toBe(3);
  });

  it('counts a part of a lost word only once, and of a word the later places as lost', () => {
    expect(balance(note('甲 甲乙'), [], [], [{ words: '丙甲' }]).losses).toEqual([{ line: 1, text: '甲乙' }]);
    expect(balance(note('甲\n甲'), [], [], [{ words: '丙甲' }]).losses).toEqual([{ line: 2, text: '甲' }]);
  });

  it('names the line whose neighbours are gone too', () => {
    const text = '鍵を回す S3 毎年\n鍵を消す S3 毎月\n鍵を作る S3 毎日';
    const words = '鍵を回す S3 毎年\n鍵を作る S3 毎日';
    expect(balance(note(text), [], [], [{ words }]).losses).toEqual([{ line: 2, text: '鍵を消すS3毎月' }]);
  });

  it('says which words of a line are lost', () => {
    const written = [{ words: 'はじめの語 おわりの語' }];
    expect(balance(note('はじめの語 なかの語 おわりの語'), [], [], written)).toEqual({
      kept: 10,
      dropped: 0,
      lost: 4,
      losses: [{ line: 1, text: 'なかの語' }],
    });
  });

  const word = fc.constantFrom('a', 'ab', 'abc', 'b', 'bc', 'aba', '表', '裏表', '表裏', '1', 'S3');
  const line = fc.array(fc.tuple(word, fc.constantFrom(' ', ' *', '/', '（', '-')), {
    minLength: 1,
    maxLength: 6,
  });
  const lines = fc.array(line, { minLength: 1, maxLength: 12 });
  const textOf = (words: readonly (readonly [string, string])[]) => words.flat().join('');
  /** The same words cut, joined and moved: another order of lines, other signs between words. */
  const rewrite = (all: readonly (readonly (readonly [string, string])[])[], signs: readonly string[]) =>
    all
      .toReversed()
      .map((words, i) => words.map(([text], j) => text + (signs[(i + j) % signs.length] ?? '')).join(''))
      .join('\n');
  const signs = fc.array(fc.constantFrom(' ', '\n', '_', '-', '）'), { minLength: 1, maxLength: 5 });

  const joins = fc.array(fc.constantFrom('', '', ' ', '\n', '-'), { minLength: 1, maxLength: 5 });

  it('finds everything, however it was moved and cut', () => {
    fc.assert(
      fc.property(lines, joins, (all, between) => {
        const written = [{ words: rewrite(all, between) }];
        expect(balance(note(all.map(textOf).join('\n')), [], [], written).losses).toEqual([]);
      }),
    );
  });

  it('misses exactly what was left out', () => {
    fc.assert(
      fc.property(lines, signs, fc.nat(), (all, between, at) => {
        const gone = at % all.length;
        const written = [{ words: rewrite(all.toSpliced(gone, 1), between) }];
        const { kept, lost } = balance(note(all.map(textOf).join('\n')), [], [], written);
        const length = (of: typeof all) => of.flat().reduce((sum, [text]) => sum + text.length, 0);
        expect({ kept, lost }).toEqual({
          kept: length(all.toSpliced(gone, 1)),
          lost: length(all.slice(gone, gone + 1)),
        });
      }),
    );
  });
});
