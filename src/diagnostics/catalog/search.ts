import type { CatalogPart } from '../catalog-entry.ts';

/** N6xx: the search index. */
export const searchCatalog = {
  N601: {
    title: '検索の索引が本文とずれています',
    message: (v: { position: number; expected: string; found: string }) =>
      `${v.position} 番目の語が \`${v.expected}\` のはずが、索引では \`${v.found}\` です。`,
    hint: () =>
      'Pagefind が語を変えています。package.json の版を元に戻すか、src/search/tokens の符号を直してください。',
  },
  N602: {
    title: '検索の索引を作れませんでした',
    message: (v: { reason: string }) => `Pagefind: ${v.reason}`,
    hint: () => '`npm ci` でこの環境用の Pagefind が入っているか確かめてください。',
  },
  N603: {
    title: '知らない種類のページです',
    message: (v: { kind: string }) => `\`data-search-kind="${v.kind}"\` という種類はありません。`,
    hint: () => 'src/schema/page-kind.ts の値 から選んでください。',
  },
  N604: {
    title: '検索の言い換えに、探せる文字がありません',
    message: (v: { word: string }) => `「${v.word}」は記号だけなので、どの語にも一致しません。`,
    hint: () => '文字か数字を含む語に直すか、消してください。',
  },
} as const satisfies CatalogPart;
