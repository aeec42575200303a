/** The words of the term list (CONTRIBUTING.md, 文章): what not to write, and what to write ($1: the group's part). */
const TERMS = [
  // 版 stays for an edition (旧版, 開発版, OTel 版, 第 2 版) and for a document (2023 年 6 月の版で確かめた).
  [/(?<![旧小発式]|β |Ruby |OTel |第 \d )版(?!で確かめ)/gu, 'バージョン'],
  [
    /(サーバ|ユーザ|ブラウザ|フォルダ|クラスタ|トリガ|レイヤ|ヘッダ|フィルタ|セレクタ|カテゴリ)(?![ー」]|リング)/gu,
    '$1ー',
  ],
  [/(パラメータ|プロキシ|メモリ|コンテナ)ー/gu, '$1'],
  // インターフェース層, a layer of an application, is mostly written so.
  [/インター?フェース(?!層)/gu, 'インターフェイス'],
  [/アベイラビリティゾーン/gu, 'アベイラビリティーゾーン'],
  [/ウェブ/gu, 'Web'],
  [/クオータ/gu, 'クォータ'],
  [/(?<!（)閾値/gu, 'しきい値'],
  [/(?<!出)入り口/gu, '入口'],
  [/べき等/gu, '冪等'],
  [/雛形/gu, 'ひな形'],
  [/リトライ/gu, '再試行'],
  [/既に/gu, 'すでに'],
  [/出来(?=る|な|ま|て)/gu, 'でき'],
  [/一番/gu, 'いちばん'],
];

/** A textlint rule: reports each word of the table in running text, and mends it with `--fix`. */
module.exports = { linter: terms, fixer: terms };

function terms({ Syntax, RuleError, fixer, getSource, locator, report }) {
  return {
    [Syntax.Str](node) {
      for (const [wrong, right] of TERMS) {
        for (const { index, 0: word, 1: part } of getSource(node).matchAll(wrong)) {
          const term = right.replace('$1', part);
          const range = [index, index + word.length];
          const error = new RuleError(`「${word}」ではなく「${term}」と書きます。`, {
            padding: locator.range(range),
            fix: fixer.replaceTextRange(range, term),
          });
          report(node, error);
        }
      }
    },
  };
}
