/** Hiragana, katakana or kanji. */
const JAPANESE = /[\u3041-\u30ff\u3400-\u9fff]/u;

/** Signs that a line was written for a machine, each on its own enough. */
const SIGNS: readonly RegExp[] = [
  /^\s*(?:[$%] |> |PS [A-Z]:)\S/, // a prompt
  /^\s*(?:sudo |aws |git |npm |npx |yarn |pnpm |pip3? |docker |kubectl |terraform |curl |ssh |cd |mkdir |echo |export |cat |eb |sam |cdk )\S/,
  /^\s*(?:import|from|package|using|require|include)\b.*[;'"]\s*$/,
  /^(?:import [\w.]+(?: as \w+)?|from [\w.]+ import \S.*)$/,
  /^\s*(?:const|let|var|function|def|class|public|private|async|return|if|for|while|elif|else|try|catch)\b.*[({:;=]\s*$/,
  /^\s*(?:const|let|var)\s+[\w$]+\s*=/,
  /^\s*[}\])]+[,;)]*\s*$/, // closes a block
  /[{[(]\s*$/, // opens one
  /^\s*(?:- )?["']?[\w.:/@-]+["']?:(?:\s|$)/, // key: value
  /^\s*["'][^"']*["']\s*[:,]/,
  /^\s*[\w.[\]'"]+\s*(?:=|:=|\+=)\s*\S/, // name = value
  /;\s*$/,
  /^\s*<\/?[a-z][\w-]*[^>]*>/i,
  /^\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|FROM|WHERE)\b/,
];

const COMMENT = /^\s*(?:#|\/\/|--|\/?\*)/;

/**
 * Do these lines read as a program, a configuration or a terminal? Asked where a note lost its fences. A comment may
 * hold Japanese; any other Japanese outside quotes and comments speaks against it.
 */
export function readsAsCode(lines: readonly string[]): boolean {
  let signs = 0;
  let prose = 0;
  let comments = 0;
  for (const line of lines) {
    if (line.trim() === '') continue;
    if (COMMENT.test(line)) comments++;
    else if (JAPANESE.test(withoutAsides(line))) prose++;
    else if (SIGNS.some((sign) => sign.test(line))) signs++;
  }
  const written = lines.filter((line) => line.trim() !== '').length - comments;
  return signs > 0 && prose * 3 <= signs && signs * 2 >= written;
}

/**
 * The lines from `from` on that may be code that lost its fences: they begin with a line that only a machine is told, and
 * go on with such lines, comments and what is indented. Where they do not read as code together, no part of them does.
 */
export function codeRun(lines: readonly string[], from: number): { count: number; isCode: boolean } {
  if (!readsAsCode(lines.slice(from, from + 1))) return { count: 1, isCode: false };
  let to = from + 1;
  for (let at = to; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    if (!COMMENT.test(line) && JAPANESE.test(withoutAsides(line))) break;
    if (!COMMENT.test(line) && !/^[ \t]/.test(line) && !readsAsCode([line])) break;
    to = at + 1;
  }
  return { count: to - from, isCode: to - from > 1 && readsAsCode(lines.slice(from, to)) };
}

/** A line without what is quoted and without its comment. */
const withoutAsides = (line: string): string =>
  line.replace(/"[^"]*"|'[^']*'|<[^<>]*>/g, '').replace(/\s(?:#|\/\/).*$/, '');
