/** What the site around a scrap adds to it: its state and number of comments, its footer, its buttons. */
const PLATFORM: readonly RegExp[] = [
  /^(?:Open|Closed|オープン|クローズ)\s*\d*(?:件のコメント)?$/iu,
  /^このスクラップは.*(?:クローズ|オープン|アーカイブ)され(?:ました|ています)。?$/u,
  /^(?:ログインするとコメントできます|返信を追加|返信する|コメントを投稿|もっと見る|バッジを贈る|著者に報いる|Discussion)$/u,
];

export const isPlatformLine = (line: string): boolean =>
  PLATFORM.some((pattern) => pattern.test(line.trim()));
