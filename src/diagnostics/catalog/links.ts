import type { CatalogPart } from '../catalog-entry.ts';

/** N5xx: links and permalinks. */
export const linksCatalog = {
  N501: {
    title: '内部リンクの行き先がありません',
    message: (v: { url: string; nearest?: string | undefined }) => `\`${v.url}\` は存在しません。`,
    hint: (v) =>
      v.nearest
        ? `近い候補: \`${v.nearest}\`。移動したのなら content/redirects.yaml に書いてください。`
        : '移動したのなら content/redirects.yaml に書いてください。',
  },
  N502: {
    title: 'クォータがありません',
    message: (v: { id: string; nearest?: string | undefined }) =>
      `クォータ「${v.id}」は content/quotas にありません。`,
    hint: (v) =>
      v.nearest
        ? `「${v.nearest}」のことですか。`
        : 'id は `サービス/項目` の形で書きます（例: lambda/timeout）。',
  },
  N503: {
    title: '転送が輪になっています',
    message: (v: { from: string }) => `\`${v.from}\` からの転送が、たどると元に戻ります。`,
    hint: () => '最後の行き先を直接書いてください。',
  },
  N504: {
    title: '転送元がまだ存在します',
    message: (v: { from: string }) => `\`${v.from}\` は今もあるので、転送は使われません。`,
    hint: () => '転送を消すか、古い見出しを消してください。',
  },
  N505: {
    title: '公開した場所が無くなっています',
    message: (v: { permalink: string; to?: string | undefined }) =>
      `\`${v.permalink}\` は公開済みですが、今の内容にありません。`,
    hint: (v: { permalink?: string; to?: string | undefined }) =>
      v.to === undefined
        ? '元に戻すか、content/redirects.yaml に移動先を書いてください。'
        : `元に戻すか、移動先を確かめて content/redirects.yaml に \`- { from: '${v.permalink}', to: '${v.to}', since: … }\` を足してください。\`npm run permalinks\` が、足す行をまとめて提案します。`,
  },
  N506: {
    title: '検索の手がかりの節がありません',
    message: (v: { place: string; nearest?: string | undefined }) => `\`${v.place}\` は存在しません。`,
    hint: (v) =>
      v.nearest
        ? `近い候補: \`${v.nearest}\`。見出しの id を変えたのなら、手がかりの側も変えてください。`
        : '見出しの id を変えたのなら、手がかりの側も変え、節が無くなったのなら消してください。',
  },
} as const satisfies CatalogPart;
