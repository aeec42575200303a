/** Why a diagram cannot be drawn, as the end of a sentence that a writer reads (the value of N320). */
export const reasons = {
  empty: () => '中身がありません',
  tooLong: (limit: number) => `${limit.toLocaleString('ja')} 字を超えています`,
  settings: (mark: string) => `\`${mark}\` の設定は使えません。題名は accTitle に書きます`,
  colours: (statement: string, tones: string) =>
    `\`${statement}\` で色や線は変えられません。\`:::aws\` のように ${tones} のどれかを付けます`,
  links: (statement: string) => `\`${statement}\` のリンクや操作は使えません。リンクは本文に書きます`,
  pictures: (statement: string) => `\`${statement}\` の画像やアイコンは使えません`,
  tone: (name: string, tones: string) => `\`${name}\` という色分けはありません。使えるのは ${tones} です`,
  syntax: (line: number, text: string) => `${line} 行目「${text}」の文法が正しくありません`,
  part: (name: string) => `描けない部品「${name}」が使われています`,
  message: (message: string) => message,
  timeout: (seconds: number) => `${seconds} 秒たっても描き終わりませんでした。図を小さく分けてください`,
  crash: (detail: string) => `図を描くプロセスが止まりました${detail === '' ? '' : `。${detail}`}`,
  invalid: () => '図を描くプロセスの答えが正しくありません',
} as const;
