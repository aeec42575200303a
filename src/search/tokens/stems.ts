/**
 * Katakana words that are written with and without a long vowel at their end (サーバ, サーバー), without it. Inside a
 * compound only the vowel after one of these is dropped: dropping each one would make パース and パス the same word.
 */
const STEMS = (
  'ティ ロガ オーナ カウンタ カテゴリ キャラクタ クエリ クラスタ コネクタ コレクタ コンシューマ コンテナ ' +
  'コントローラ コンバータ コンパイラ コンピュータ サーバ サブスクライバ サマリ シミュレータ ジェネレータ ' +
  'スキャナ スケジューラ ストリーマ センサ センタ タイマ ディスカバリ ディスパッチャ ディレクトリ データ ' +
  'デコーダ デバッガ デリバリ トランスファ トリガ トレーサ ドライバ バッテリ バッファ バランサ バリデータ ' +
  'パーサ パブリッシャ パラメータ ハンドラ ビューア ビューワ ビルダ ファクトリ フィルタ フォルダ フォロワ フッタ ' +
  'ブラウザ プリンタ プレイヤ プロキシ プロセッサ プロデューサ プロバイダ ヘッダ ベンダ ポインタ ポリシ マスタ ' +
  'マネージャ メモリ メンバ モニタ ユーザ ライブラリ ラッパ リスナ リゾルバ リポジトリ ルータ レイヤ レシーバ ' +
  'レジストリ ローダ ワーカ アグリゲータ アダプタ イテレータ インジケータ インストーラ インタプリタ インポータ ' +
  'エクスプローラ エクスポータ エディタ エミュレータ エンコーダ エントリ オーソライザ オブザーバ オペレータ'
).split(' ');

/** Whether the text ends with one of the stems. */
export const endsWithStem = (text: string): boolean => STEMS.some((stem) => text.endsWith(stem));
