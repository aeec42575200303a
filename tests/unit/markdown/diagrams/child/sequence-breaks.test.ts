import { describe, expect, it } from 'vitest';
import { breakSequenceLines } from '../../../../../src/markdown/diagrams/child/text/sequence-breaks.ts';

describe('breakSequenceLines', () => {
  it.each([
    ['A->>B: みじかい', 'A->>B: みじかい'],
    [
      'A-->>-B: 長い文章をここに書くと二つの行に分かれます',
      'A-->>-B: 長い文章をここに書くと<br/>二つの行に分かれます',
    ],
    [
      '  Note over A,B: 結果は決めた時間だけキャッシュされる',
      '  Note over A,B: 結果は決めた時間だけ<br/>キャッシュされる',
    ],
    ['alt 結果がキャッシュにまだ残っているとき', 'alt 結果がキャッシュに<br/>まだ残っているとき'],
    [
      'participant L as とても長い名前のオーソライザーの関数',
      'participant L as とても長い名前の<br/>オーソライザーの関数',
    ],
    ['A->>B: 書き手が<br>切った所は<br/>そのまま', 'A->>B: 書き手が<br/>切った所は<br/>そのまま'],
    ['activate A', 'activate A'],
    ['end', 'end'],
  ])('%s', (line, broken) => expect(breakSequenceLines(line)).toBe(broken));
});
