import type { CatalogPart } from '../catalog-entry.ts';

/** Why text of a note is left out (`DropReason` of the importer), in the words of the report. */
const DROP_REASONS: Readonly<Record<string, string>> = {
  author: '投稿者の表示',
  platform: '元のサイトの部品',
  contents: '目次',
  'dead-label': '行き先の失われたリンクの文字',
  metadata: '元のサイトの付随情報',
  introduction: '元のサイトの前書き',
  comment: 'コメント',
  title: '元のメモの題名',
  embedded: '埋め込まれたデータ',
  empty: '下に何もない見出し',
};

/** What the codes of the file system mean, in front of the code itself. */
const WRITE_REASONS: Readonly<Record<string, string>> = {
  EACCES: '書く権限がありません、',
  EDQUOT: '割り当てを使い切りました、',
  EEXIST: '同じ名前のファイルがあります、',
  ENOSPC: '空き容量がありません、',
  ENOTDIR: '途中の名前がフォルダーではありません、',
  EPERM: '書く権限がありません、',
  EROFS: '読み取り専用です、',
};

/** N1xx: reading notes and telling dialects apart. N2xx: what was done with their text. N33x: writing. */
export const importCatalog = {
  N101: {
    title: 'ファイルがありません',
    message: (v: { path: string }) => `${v.path} が見つかりません。`,
    hint: () => 'ファイルの名前と場所を確かめてください。何も書き出していません。',
  },
  N102: {
    title: 'フォルダーは取り込めません',
    message: (v: { path: string }) => `${v.path} はファイルではありません。`,
    hint: () =>
      '中のファイルを並べて渡してください（例: npm run import -- メモ/*.md）。何も書き出していません。',
  },
  N103: {
    title: 'ファイルが空です',
    message: () => '空白のほかに文字がありません。',
    hint: () => '別のファイルを渡していないか確かめてください。何も書き出していません。',
  },
  N104: {
    title: '文章のファイルではありません',
    message: (v: { reason: string }) => `文字として読めません（${v.reason}）。`,
    hint: () =>
      'UTF-8、Shift_JIS、EUC-JP、UTF-16（BOM 付き）の文章を渡してください。何も書き出していません。',
  },
  N105: {
    title: 'ファイルが大きすぎます',
    message: (v: { megabytes: number; limit: number }) =>
      `${v.megabytes} MB あります。取り込めるのは ${v.limit} MB までです。`,
    hint: () => 'ファイルを分けてください。何も書き出していません。',
  },
  N106: {
    title: 'UTF-8 以外の文字コードでした',
    message: (v: { encoding: string }) => `${v.encoding} として読みました。`,
    hint: () => '文字が化けていたら、UTF-8 で保存し直してから取り込んでください。',
  },
  N107: {
    title: 'ファイルを読めません',
    message: (v: { path: string; reason: string }) => `${v.path} を開けません（${v.reason}）。`,
    hint: () => '読み取りの権限を確かめてください。何も書き出していません。',
  },
  N108: {
    title: '同じメモが二度あります',
    message: (v: { file: string }) => `「${v.file}」が二度渡されました。`,
    hint: () => 'どちらか一方だけを渡してください。何も書き出していません。',
  },
  N201: {
    title: 'どのサービスの話か分かりません',
    message: (v: { heading: string; topic: string }) =>
      `「${v.heading}」を未分類（${v.topic}）に置きました。`,
    hint: () =>
      '書き出したファイルを notes/<サービス>/ に移して `service` を直すか、見出しをサービスの名前にするか、`--service` で行き先を決めて、もう一度取り込んでください。まだ無いサービスは、先に services/ に足してください。',
  },
  N202: {
    title: '内容に合うサービスへ移しました',
    message: (v: { heading: string; from: string; to: string }) =>
      `「${v.heading}」は ${v.from} の章にありましたが、${v.to} に置きました。`,
    hint: () => '違っていたら、書き出したファイルを正しいフォルダーに移して `service` を直してください。',
  },
  N203: {
    title: '取り込まなかった文字があります',
    message: (v: { reason: string; text: string }) =>
      `${DROP_REASONS[v.reason] ?? v.reason}「${v.text}」を省きました。`,
    hint: () => '要るものなら、書き出したノートに書き足してください。',
  },
  N204: {
    title: '個人や環境を特定できる値を伏せました',
    message: (v: { kind: string; text: string }) => `${v.kind}を \`${v.text}\` に置き換えました。`,
    hint: () => '公開してよい値なら、書き出したノートで元に戻してください。',
  },
  N205: {
    title: '画像を運べません',
    message: (v: { caption: string }) => `画像「${v.caption}」の場所に <Todo> を置きました。`,
    hint: () => '図を ```mermaid か表で作り直して、<Todo> と置き換えてください。',
  },
  N206: {
    title: '失われた文字があります',
    message: (v: { text: string }) => `「${v.text}」が、書き出したノートのどこにもありません。`,
    hint: () => '元のメモを消さず、ノートに書き足してください。取り込みの不具合です。',
  },
  N207: {
    title: '運べないリンクです',
    message: (v: { url: string }) => `\`${v.url}\` へはリンクできないので、文字として残しました。`,
    hint: () => 'このサイトの中の場所なら、書き出したノートで /services/…/ へのリンクに直してください。',
  },
  N208: {
    title: 'コードの終わりがありません',
    message: (v: { fence: string }) =>
      `この行の ${v.fence} が閉じられていないので、続きをすべてコードとして書きました。`,
    hint: () => 'コードの終わりに同じ記号の行を足して、もう一度取り込んでください。',
  },
  N330: {
    title: '手で直したノートがあります',
    message: (v: { path: string }) => `${v.path} は取り込みのあとで直されているので、上書きしませんでした。`,
    hint: () =>
      '新しい内容が要るときは、直したところを控えてからファイルを消し、もう一度取り込んでください。',
  },
  N331: {
    title: '書き出せない場所です',
    message: (v: { path: string; reason: string }) => `${v.path}: ${v.reason}`,
    hint: () => '書き出し先のフォルダーの中を確かめてください。',
  },
  N332: {
    title: '元の形のままでは書けませんでした',
    message: (v: { text: string }) => `「${v.text}」は、飾りを外した文字として書きました。`,
    hint: () => '書き出したノートを見て、必要なら書式を整えてください。',
  },
  N333: {
    title: '書き出せませんでした',
    message: (v: { path: string; reason: string }) =>
      `${v.path} を書けません（${WRITE_REASONS[v.reason] ?? ''}${v.reason}）。`,
    hint: () => 'それまでに書いたファイルは完全です。原因を除いて、もう一度取り込むと続きが書かれます。',
  },
  N334: {
    title: '前の取り込みのノートが残っています',
    message: (v: { path: string; source: string }) => `${v.path} は、今の「${v.source}」からは作られません。`,
    hint: () => '要らなければ消し、公開済みの見出しは redirects.yaml で転送してください。',
  },
} as const satisfies CatalogPart;
