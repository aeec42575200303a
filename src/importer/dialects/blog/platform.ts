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
  [
    'platform',
    /^(?:この記事を(?:シェア|共有)(?:する)?|スポンサー(?:ド)?リンク|(?:本|この)(?:ページ|記事)(?:は|には)(?:プロモーション|広告).{0,20}|(?:目次|トップ|先頭)(?:へ|に)戻る)$/u,
  ],
  [
    'platform',
    /^(?:More than \d+ years? has passed since last update\.|最終更新日から\d+年以上が?経過しています。?|ストックする|Go to list of users who liked|Register as a new user and use Qiita more conveniently)$/iu,
  ],
  [
    'author',
    /^(?:Last updated at .{0,30}|Posted at \d{4}-\d{2}-\d{2}|投稿日\s*[:：]?\s*\d{4}[-/年].{0,12})$/iu,
  ],
  ['author', /^(?:Written by .{1,60}|Published in .{1,60}|\d+ min read(?: *· *.{1,30})?)$/iu],
];

/** Why a line is left out; undefined for a line of the text. */
export const leftoverReason = (line: string): DropReason | undefined =>
  LEFTOVERS.find(([, pattern]) => pattern.test(line.trim()))?.[0];
