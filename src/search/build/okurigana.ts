/** Compounds that are also written without their hiragana, above all in headings: 割当, 予約済. */
export const OKURIGANA = (
  '済み 割り当て 読み込み 書き込み 呼び出し 切り替え 組み込み 埋め込み 取り消し 取り込み 受け取り 引き継ぎ 立ち上げ ' +
  '貼り付け 振り分け 見積もり 申し込み 絞り込み 並び替え 繰り返し 問い合わせ 打ち切り 張り替え 差し替え 払い出し'
).split(' ');
