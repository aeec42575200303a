import type { CatalogPart } from '../catalog-entry.ts';

/** N4xx: reading and validating `content/`. */
export const contentCatalog = {
  N401: {
    title: 'YAML が読めません',
    message: (v: { reason: string }) => `YAML として読めません（${v.reason}）。`,
    hint: () =>
      '`キー: 値` の形で書いてください。MDX では、ファイルの先頭に置き、前後を --- の行で囲みます。',
  },
  N402: {
    title: '知らないキーです',
    message: (v: { key: string; nearest?: string | undefined }) => `\`${v.key}\` というキーはありません。`,
    hint: (v) =>
      v.nearest ? `\`${v.nearest}\` のことですか。` : '使えるキーは CONTRIBUTING.md にあります。',
  },
  N403: {
    title: '値が正しくありません',
    message: (v: { path: string; problem: string; meaning?: string | undefined }) =>
      `\`${v.path}\`: ${v.problem}`,
    hint: (v) =>
      v.meaning ? `\`${v.path}\` は「${v.meaning}」です。` : 'CONTRIBUTING.md の書式の表を見てください。',
  },
  N404: {
    title: '参照の行き先がありません',
    message: (v: { path: string; value: string; kind: string; nearest?: string | undefined }) =>
      `\`${v.path}\` の「${v.value}」という${v.kind}はありません。`,
    hint: (v) =>
      `${v.nearest ? `「${v.nearest}」のことですか。そうでなければ、` : ''}先に${v.kind}を書くか、参照を消してください。`,
  },
  N405: {
    title: '同じ名前が二か所にあります',
    message: (v: { name: string; other: string }) => `「${v.name}」は ${v.other} でも使われています。`,
    hint: () =>
      'どちらか一方だけに残してください。意味が二つある略語は、両方で `searchAliases` に移すと検索だけに使われます。',
  },
  N406: {
    title: '見出しに id がありません',
    message: (v: { heading: string }) => `見出し「${v.heading}」に id がありません。`,
    hint: () => '見出しの終わりに `[#短い-英語]` と書いてください。',
  },
  N407: {
    title: '見出しの id が正しくありません',
    message: (v: { id: string }) => `id「${v.id}」は使えません。`,
    hint: () => '半角の小文字・数字とハイフンだけで、64 字以内で書いてください。',
  },
  N408: {
    title: '同じ id が二度使われています',
    message: (v: { id: string; other: string }) =>
      `id「${v.id}」は同じページの ${v.other} でも使われています。`,
    hint: () => 'どちらかを別の id にしてください。公開済みなら redirects.yaml に移動を書きます。',
  },
  N409: {
    title: '見出しの段が正しくありません',
    message: (v: { depth: number; allowed: string }) => `ここでは h${v.depth} の見出しを使えません。`,
    hint: (v) => `使えるのは ${v.allowed} です。`,
  },
  N410: {
    title: 'ファイルの場所が合っていません',
    message: (v: { reason: string }) => v.reason,
    hint: () => 'content/ の下の置き場所は CONTRIBUTING.md にあります。',
  },
  N411: {
    title: 'Unicode の正規形ではありません',
    message: () => 'NFC に正規化されていない文字があります（濁点が分かれているなど）。',
    hint: () => '`npm run check -- --fix` で直せます。',
  },
  N412: {
    title: '文字コードが UTF-8 ではありません',
    message: () => 'UTF-8 として読めません。',
    hint: () => 'UTF-8（BOM なし）で保存し直してください。',
  },
  N413: {
    title: 'キーの順番が決まりと違います',
    message: (v: { key: string; before: string }) => `\`${v.key}\` は \`${v.before}\` より前に書きます。`,
    hint: () => '`npm run check -- --fix` で並べ直せます。',
  },
  N414: {
    title: 'コンテンツのフォルダーがありません',
    message: (v: { path: string }) => `${v.path} が見つかりません。`,
    hint: () => '`--content` か環境変数 CONTENT_DIR の値を確かめてください。',
  },
  N415: {
    title: '同じ問いが二か所にあります',
    message: (v: { question: string; other: string }) => `「${v.question}」は ${v.other} にもあります。`,
    hint: () => 'それぞれのノートだけが答えになる問いに書き分けるか、一方を消してください。',
  },
  N416: {
    title: 'コンテンツを読めません',
    message: (v: { path: string; reason: string }) => `${v.path} を読めません（${v.reason}）。`,
    hint: () => 'フォルダーを渡しているか、読む権限があるかを確かめてください。',
  },
  N417: {
    title: 'サービスが自分自身を指しています',
    message: (v: { path: string }) => `\`${v.path}\` が、このサービス自身です。`,
    hint: () => 'ほかのサービスの slug に直すか、消してください。',
  },
  N418: {
    title: '読まれないファイルがあります',
    message: (v: { count: number }) => `このフォルダーの ${v.count} 個のファイルは、サイトに使われません。`,
    hint: () =>
      'ノートは、リンクではなくファイルを決まった場所に置きます。画像など、ほかのものは content/ の外に移してください。',
  },
} as const satisfies CatalogPart;
