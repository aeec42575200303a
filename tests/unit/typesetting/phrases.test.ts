import { describe, expect, it } from 'vitest';
import { splitPhrases } from '../../../src/typesetting/phrases.ts';

describe('a heading is cut into phrases, so that no line begins with a closing sign or ends with an opening one', () => {
  it.each([
    ['Auto Scaling', ['Auto Scaling']],
    ['同時実行はどう増え、どう制御するか', ['同時実行は', 'どう', '増え、', 'どう', '制御するか']],
    ['スタックを分ける・つなぐ・組み替える', ['スタックを', '分ける・', 'つなぐ・', '組み替える']],
    ['S3 を守る: OAC', ['S3 を', '守る:', ' OAC']],
    ['5\u00a0分で S3\u00a0を守る', ['5\u00a0分で', ' S3\u00a0を', '守る']],
    ['ウォームプール（起動を済ませて待たせる）', ['ウォームプール', '（起動を', '済ませて', '待たせる）']],
  ])('%s', (text, phrases) => {
    expect(splitPhrases(text)).toEqual(phrases);
    expect(phrases.join('')).toBe(text);
  });
});
