/** What the parser says of text that is not MDX, and the words of a writer for it. The first row that fits counts. */
const REASONS: readonly (readonly [reason: RegExp, words: string])[] = [
  [/^Expected a closing tag for `<([^>]*)>`.*/, '`<$1>` を閉じる `</$1>` がありません'],
  [/^Unexpected closing slash.*/, '始まりの無い部品を閉じています'],
  [/^Unexpected closing tag `(.*?)`, expected .* for `(.*?)`.*/, '`$2` が閉じる前に `$1` があります'],
  [/^Unexpected lazy line.*/, '引用やリストの途中で、`{` か部品が閉じていません'],
  [
    /^Could not parse import\/exports.*/,
    '行が import か export で始まっています。文章なら、行頭に \\ を付けます',
  ],
  [/^Could not parse expression.*/, '`{` と `}` の中が式として読まれました'],
  [/^Unexpected end of file in (?:expression|attribute expression).*/, '`{` を閉じる `}` がありません'],
  [/^Unexpected end of file in attribute value.*/, '属性の値の引用符が閉じていません'],
  [/^Unexpected end of file.*/, '`<` を閉じる `>` がありません'],
  [/^Unexpected character `(.+?)` .*before attribute value.*/, '属性の値が引用符で始まっていません（`$1`）'],
  [/^Unexpected character `!` .*/, '`<!-- -->` のコメントは書けません'],
  [/^Unexpected character `(.+?)` .*/, '`<` で始まる部品の中に `$1` は書けません'],
];

/** The reason in the words of a writer; one that no row knows stays as it is. */
export function wordMdxReason(reason: string): string {
  const row = REASONS.find(([pattern]) => pattern.test(reason));
  return row ? reason.replace(...row) : reason;
}

/** Where the tag stands that a reason names as `(line:column-line:column)`, which is all that the parser says of it. */
export function placeInReason(reason: string): { line: number; column: number } | undefined {
  const [, line, column] = /^Expected .*?\((\d+):(\d+)-/.exec(reason) ?? [];
  return line === undefined ? undefined : { line: Number(line), column: Number(column) };
}
