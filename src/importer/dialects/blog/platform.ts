import type { DropReason } from '../dialect.ts';

/** Lines that the site around the text left behind, and labels whose link was lost. */
const LEFTOVERS: readonly (readonly [DropReason, RegExp])[] = [
  ['contents', /^(?:Contents|Table of Contents|目次|もくじ|\[?目次\]?)$/iu],
  [
    'dead-label',
    /^[[［〔(（](?:参考|引用|画像|出典|参照|関連|公式|リンク|元|先|サイト|記事|資料|文献|ページ|URL|ドキュメント)+[\]］〕)）]$/u,
  ],
  [
    'platform',
    /^(?:No responses yet|\d+ responses?|Responses? \(\d+\)|Follow|Share|Listen|Sign (?:in|up)|More)$/iu,
  ],
  [
    'platform',
    /^(?:シェア(?:する)?|ツイート(?:する)?|いいね!?|フォロー(?:する)?|コメント(?:を書く|する)?|ブックマーク)$/u,
  ],
  ['author', /^(?:Written by .{1,60}|Published in .{1,60}|\d+ min read(?: *· *.{1,30})?)$/iu],
];

/** Why a line is left out; undefined for a line of the text. */
export const leftoverReason = (line: string): DropReason | undefined =>
  LEFTOVERS.find(([, pattern]) => pattern.test(line.trim()))?.[0];
