import type { CatalogPart } from '../catalog-entry.ts';

/** N3xx: what a note may hold (the content guard), and what can be written and drawn. */
export const guardCatalog = {
  N301: {
    title: 'MDX として読めません',
    message: (v: { reason: string }) => `MDX の文法に合いません（${v.reason}）。`,
    hint: () =>
      '`{` `}` `<` を文字として書くときは、`\\{` のように \\ を付けるか、バッククォートで囲んでください。部品は `<br />` か `<Aside>…</Aside>` のように閉じます。',
  },
  N302: {
    title: 'import / export は書けません',
    message: () => 'ノートの中で import と export は使えません。',
    hint: () => '文章の書き出しなら、行頭を `\\import` のようにしてください。',
  },
  N303: {
    title: '式は書けません',
    message: (v: { text: string }) => `\`{${v.text}}\` は式として読まれます。`,
    hint: () => '文字として書くなら `\\{…\\}` にするか、バッククォートで囲んでください。',
  },
  N304: {
    title: '使えない部品です',
    message: (v: { name: string; nearest?: string | undefined }) => `<${v.name}> は使えません。`,
    hint: (v) => (v.nearest ? `<${v.nearest}> のことですか。` : '使える部品は CONTRIBUTING.md にあります。'),
  },
  N305: {
    title: '部品の属性が正しくありません',
    message: (v: { name: string; attribute: string; problem: string }) =>
      `<${v.name}> の \`${v.attribute}\`: ${v.problem}`,
    hint: () => '属性の値は "…" で囲んだ文字列だけです。使える属性は CONTRIBUTING.md にあります。',
  },
  N306: {
    title: '使えない URL です',
    message: (v: { url: string }) => `\`${v.url}\` へはリンクできません。`,
    hint: () => 'https://…、mailto:…、/services/…/、#… のどれかで書いてください。',
  },
  N307: {
    title: 'HTML は書けません',
    message: (v: { text: string }) => `\`${v.text}\` は HTML として読まれます。`,
    hint: () => '文字として書くなら、バッククォートで囲んでください。',
  },
  N308: {
    title: '画像は置けません',
    message: (v: { alt: string }) => `画像「${v.alt}」があります。`,
    hint: () => '図は ```mermaid のコードで書くか、表にしてください。',
  },
  N309: {
    title: '目に見えない文字があります',
    message: (v: { codepoint: string }) => `${v.codepoint} が入っています。`,
    hint: () => '消してください。文の向きを変える文字や制御文字は、読み手を欺くために使えます。',
  },
  N310: {
    title: 'リンクの中にリンクがあります',
    message: () => 'リンクの文字の中に、別のリンクは書けません。',
    hint: () => '外側か内側のどちらかだけにしてください。',
  },
  N311: {
    title: '表の見出しより多いセルがあります',
    message: (v: { cells: number; columns: number }) =>
      `見出しは ${v.columns} 列ですが、この行にはセルが ${v.cells} あります。はみ出したセルはページに出ません。`,
    hint: () => 'セルの中の | は、コードの中でも \\| と書きます。',
  },
  N320: {
    title: '図にできません',
    message: (v: { reason: string }) => `Mermaid の図にできません（${v.reason}）。`,
    hint: () =>
      'https://mermaid.js.org/ の文法を確かめてください。行番号は ```mermaid の次の行を 1 と数えています。',
  },
  N321: {
    title: 'その種類の図は使えません',
    message: (v: { kind: string }) => `\`${v.kind}\` の図はきれいに描けません。`,
    hint: () =>
      'flowchart、sequenceDiagram、stateDiagram-v2、classDiagram、erDiagram、mindmap のどれか、または表で書いてください。',
  },
  N322: {
    title: '図に説明がありません',
    message: (v: { keyword: string }) => `図に \`${v.keyword}\` がありません。`,
    hint: () =>
      '`accTitle: 題名` と `accDescr: 図が示すこと` を図の 2 行目と 3 行目に書いてください。図が見えない人に読まれます。',
  },
  N323: {
    title: 'その言語は色分けできません',
    message: (v: { lang: string; nearest?: string | undefined }) =>
      `コードの言語 \`${v.lang}\` を知りません。`,
    hint: (v) =>
      v.nearest ? `\`${v.nearest}\` のことですか。` : '色分けが要らないなら `text` と書いてください。',
  },
} as const satisfies CatalogPart;
