import type { CatalogPart } from '../catalog-entry.ts';

/** What readers meet now. Each failure of a deploy ends with one of these, so that nobody has to guess. */
const conditionTexts: Readonly<Record<string, string>> = {
  untouched: 'サイトには何も書いていません。公開中の内容は元のままです。',
  parts: '新しい部品が増えただけで、公開中のページは元のままです。',
  mixed: '一部のページは新しく、残りは元のままです。どのページも、必要な部品はそろっています。',
  live: '新しい内容は公開済みです。CDN への通知か、古いファイルの片付けが残っています。',
};
const AGAIN =
  '同じコマンドをもう一度実行すると続きから進みます。デプロイをやめるなら `npm run rollback` で元に戻せます。';

interface Interrupted {
  readonly release: string;
  readonly condition: string;
}

/** N7xx: what is published, and the deploy itself. */
export const deployCatalog = {
  N701: {
    title: '知らない種類のファイルです',
    message: (v: { path: string }) => `\`${v.path}\` は、公開してよいファイルの表にありません。`,
    hint: () =>
      '公開するなら src/deploy/cache-classes.ts の fileKinds に 1 行足してください。しないなら、ビルドに入れないでください。',
  },
  N702: {
    title: '公開してはいけないファイルです',
    message: (v: { path: string }) => `\`${v.path}\` がビルドに入っています。`,
    hint: () => '隠しファイル、ソースマップ、元のノートは公開しません。消してからビルドし直してください。',
  },
  N703: {
    title: '普通のファイルではありません',
    message: (v: { path: string }) => `\`${v.path}\` はリンクか特殊なファイルです。`,
    hint: () => 'ビルドの外を指すことがあるので公開しません。中身のあるファイルに置き換えてください。',
  },
  N704: {
    title: 'ビルドに欠けているファイルがあります',
    message: (v: { path: string }) => `\`${v.path}\` がありません。`,
    hint: () => '`npm run build` をやり直し、`--dist` がそのフォルダーを指しているか確かめてください。',
  },
  N705: {
    title: '同じ場所からの転送が 2 つあります',
    message: (v: { from: string }) => `\`${v.from}\` からの転送が重なっています。`,
    hint: () => '古いほうの行の `to` を新しい行き先に直し、1 つだけ残してください。',
  },
  N706: {
    title: '転送先のページがありません',
    message: (v: { from: string; to: string }) => `\`${v.from}\` の転送先 \`${v.to}\` はビルドにありません。`,
    hint: () => '今あるページを `to` に書いてください。',
  },
  N707: {
    title: '転送が長すぎます',
    message: (v: { from: string }) => `\`${v.from}\` の転送は KeyValueStore に入りません。`,
    hint: () => '転送元は 512 バイトまで、転送先は 1,024 バイトまでです。',
  },
  N708: {
    title: '転送が多すぎます',
    message: (v: { bytes: number; limit: number }) =>
      `転送は合わせて ${v.bytes} バイトで、上限は ${v.limit} バイトです。`,
    hint: () => '使われていない古い転送を減らしてください。',
  },
  N709: {
    title: 'ビルドを読めません',
    message: (v: { folder: string; reason: string }) => `\`${v.folder}\` を読めません（${v.reason}）。`,
    hint: () => '先に `npm run build` を実行し、デプロイが終わるまでビルドを変えないでください。',
  },
  N710: {
    title: 'ほかのデプロイが進行中です',
    message: (v: { owner: string; since: string; expires: string }) =>
      `${v.owner} が ${v.since} に始めました。更新されなければ ${v.expires} に切れます。`,
    hint: () =>
      '終わるのを待ってください。止まったことが確かなら `--break-lock` で引き継げます（続きから進みます）。',
  },
  N711: {
    title: 'ほかのデプロイが先に始まりました',
    message: (v: Interrupted) => `release ${v.release} は始めていません。${conditionTexts[v.condition]}`,
    hint: () => '相手が終わってから、もう一度実行してください。',
  },
  N712: {
    title: '変わらないはずのファイルが変わっています',
    message: (v: { path: string }) => `\`${v.path}\` は、同じ名前で中身の違うものが公開されています。`,
    hint: () =>
      '名前に中身のハッシュが入るファイルは、ブラウザーが 1 年間保存します。キャッシュを消してビルドし直し、それでも同じなら名前を変えてください。',
  },
  N713: {
    title: 'その release はありません',
    message: (v: { release: string; nearest?: string | undefined }) =>
      `release「${v.release}」は残っていません。`,
    hint: (v) =>
      v.nearest
        ? `「${v.nearest}」のことですか。`
        : '`npm run releases` で、戻せる release の一覧が見られます。',
  },
  N714: {
    title: '戻す先がありません',
    message: () => '今の release より前のものは残っていません。',
    hint: () => '戻したい版を git で取り出し、ビルドしてデプロイしてください。',
  },
  N715: {
    title: 'release の中身が欠けています',
    message: (v: { release: string; count: number }) =>
      `release ${v.release} のファイルのうち ${v.count} 個が残っていません。`,
    hint: () => '別の release を選ぶか、その版を git で取り出してデプロイしてください。',
  },
  N716: {
    title: '消すファイルが多すぎます',
    message: (v: { count: number; cap: number }) =>
      `どの release も使っていない古いページなど（名前にハッシュの入るものを除く）が ${v.count} 個あり、一度に消す上限 ${v.cap} 個を超えるので、古いファイルを 1 つも消しません。`,
    hint: (v) =>
      `別のサイトのバケットを指していないか確かめてください。正しければ \`--max-deletes ${v.count}\` を付けて実行してください。`,
  },
  N717: {
    title: 'AWS への要求が失敗しました',
    message: (v: Interrupted & { operation: string; target: string; reason: string }) =>
      `${v.operation} ${v.target}: ${v.reason}。${conditionTexts[v.condition]}`,
    hint: (v) =>
      v.condition === 'untouched'
        ? '原因を直して、もう一度実行してください。'
        : `原因を直してください。${AGAIN}`,
  },
  N718: {
    title: '公開されたものが release と違います',
    message: (v: Interrupted & { path: string; expected: string; actual: string }) =>
      `\`${v.path}\` は ${v.expected} のはずが ${v.actual} です。${conditionTexts[v.condition]}`,
    hint: () =>
      `デプロイ中にほかの人がバケットへ書いていないか、バケットの暗号化が SSE-S3（KMS ではない）かを確かめてください。${AGAIN}`,
  },
  N719: {
    title: '記録を読めません',
    message: (v: { key: string; problem: string }) => `\`${v.key}\`: ${v.problem}`,
    hint: () =>
      '手で書き換えていないか、`--state-bucket` が合っているかを確かめてください。サイトには何も書いていません。',
  },
  N720: {
    title: 'ほかの人がデプロイを引き継ぎました',
    message: (v: Interrupted) => `release ${v.release} の途中でやめました。${conditionTexts[v.condition]}`,
    hint: () => '相手が終わってから、もう一度実行してください。足りない分だけが書かれます。',
  },
  N721: {
    title: '途中でやめました',
    message: (v: Interrupted) => `release ${v.release} の途中です。${conditionTexts[v.condition]}`,
    hint: (v) => (v.condition === 'untouched' ? 'もう一度実行すると最初から進みます。' : AGAIN),
  },
  N722: {
    title: 'ページが読み込むファイルがありません',
    message: (v: { address: string; others: number }) =>
      `\`${v.address}\` がビルドにありません（読み込むページはほかに ${v.others} 個）。`,
    hint: () =>
      '`npm run build` をやり直してください。`--base` を付けたビルドは、サイトの根元（/）には公開できません。',
  },
  N723: {
    title: '公開中のページが無くなります',
    message: (v: { page: string; others: number }) =>
      `\`${v.page}\` は、次の release になく、転送もありません（同じページはほかに ${v.others} 個）。`,
    hint: () =>
      '移したのなら content/redirects.yaml に書いてください。多すぎるなら、ビルドが欠けていないか確かめてください。消したのなら、このままで構いません。',
  },
  N724: {
    title: 'ビルドの URL が公開先と違います',
    message: (v: { built: string; origin: string }) =>
      `リンクの絵札、フィード、共有、Markdown の中のリンクは ${v.built} を指しますが、公開先は ${v.origin} です。`,
    hint: (v) => `\`npm run build -- --site ${v.origin}\` で組み立て直してください。`,
  },
} as const satisfies CatalogPart;
