/** Hiragana, katakana or kanji. */
const JAPANESE = /[\u3041-\u30ff\u3400-\u9fff]/u;

const SHELL =
  /^\s*(?:sudo |aws |git |npm |npx |yarn |pnpm |pip3? |docker |kubectl |terraform |curl |ssh |cd |mkdir |echo |export |cat |eb |sam |cdk )\S/;

/** Goes on below. */
const GOES_ON = /\s\\$/;

/** `key: value`. */
const PAIR = /^\s*(?:- )?["']?[\w.:/@-]+["']?:(?:\s|$)/;

/** `name = value`. */
const NAMED = /^\s*[\w.[\]'"]+\s*(?:=|:=|\+=)\s*\S/;

/** `[table]` of a file in INI or TOML. */
const TABLE = /^\[[\w .:-]+\]$/;

/** A table as a terminal prints it. */
const COLUMNS = /^\S+(?: \S+)*(?: {2,}\S+(?: \S+)*){2,}$/;

/** Signs that a line was written for a machine, each on its own enough. */
const SIGNS: readonly RegExp[] = [
  /^\s*(?:[$%] |> |PS [A-Z]:)\S/, // a prompt
  SHELL,
  /^\s*(?:import|from|package|using|require|include)\b.*[;'"]\s*$/,
  /^(?:import [\w.]+(?: as \w+)?|from [\w.]+ import \S.*)$/,
  /^\s*(?:const|let|var|function|def|class|public|private|async|return|if|for|while|elif|else|try|catch)\b.*[({:;=]\s*$/,
  /^\s*(?:const|let|var)\s+[\w$]+\s*=/,
  /^\s*[}\])]+[,;)]*\s*$/, // closes a block
  /[{[(]\s*$/, // opens one
  /^\s*["'][^"']*["']\s*[:,]/,
  /;\s*$/,
  /^\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|FROM|WHERE|GROUP BY|ORDER BY|LIMIT|(?:LEFT |INNER )?JOIN|VALUES)\b/,
  /^(?:FROM|RUN|COPY|ADD|CMD|ENTRYPOINT|WORKDIR|EXPOSE|ENV|ARG|USER) \S/, // a Dockerfile
  GOES_ON,
];

/** Signs that prose may show as well. */
const WEAK_SIGNS: readonly RegExp[] = [PAIR, NAMED, TABLE, /^\s*<\/?[a-z][\w-]*[^>]*>/i, COLUMNS];

/** What is typed behind a prompt; what follows without a blank line is the answer. */
export const PROMPT = /^\s*(?:\$|%|PS [A-Z]:\S*>|\[[^\]\s]+@[^\]]+\][$#]) (?=[\w./~])(?!\d)/;

/** A command that no sentence is: with a prompt, with an option, or an operation of a service. */
const COMMAND =
  /^\s*(?:(?:sudo )?(?:git|npm|npx|yarn|pnpm|pip3?|docker|kubectl|terraform|curl|ssh|eb|sam|cdk|helm|eksctl|\.{0,2}\/\S+) (?:.* )?--?\w|(?:sudo )?aws [a-z][a-z0-9-]* [a-z][a-z0-9-]*(?:\s|$))/;

const STATEMENT =
  /^\s*(?:SELECT\s.+\sFROM|INSERT INTO|UPDATE\s\S+\sSET|DELETE FROM|CREATE (?:EXTERNAL )?(?:TABLE|DATABASE))\s\S/;

/** Whether one line alone is a command, or a statement of SQL. */
const isCommand = (line: string): boolean =>
  (PROMPT.test(line) || COMMAND.test(line) || STATEMENT.test(line)) && !JAPANESE.test(withoutAsides(line));

const COMMENT = /^\s*(?:#|\/\/|--|\/\*|\*(?:\s|\/|$))/;

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
    else if (isSigned(line)) signs++;
  }
  const written = lines.filter((line) => line.trim() !== '').length - comments;
  return signs > 0 && prose * 3 <= signs && signs * 2 >= written;
}

/** Whether a line shows that it was written for a machine. */
const isSigned = (line: string): boolean =>
  SIGNS.some((sign) => sign.test(line)) || WEAK_SIGNS.some((sign) => sign.test(line));

/**
 * The lines from `from` on that may be code that lost its fences: they begin with a line that only a machine is told, and
 * go on with such lines, comments and what is indented; an answer goes on to the next blank line, and behind one commands
 * go on with commands only. Where they do not read as code together, no part of them does. A command is code by itself.
 */
export function codeRun(
  lines: readonly string[],
  from: number,
  ends: (at: number, isSession: boolean) => boolean = () => false,
): { count: number; isCode: boolean } {
  const first = lines[from] ?? '';
  if (!readsAsCode([first]) && !isCommand(first)) return { count: 1, isCode: false };
  const isSession = PROMPT.test(first);
  const kind = kindOf(first);
  let isAnswer = isSession;
  let to = from + 1;
  for (let at = to; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') isAnswer = false;
    else if (BULLET.test(line) || isProse(line) || ends(at, isSession)) break;
    else if (isGapBefore(lines, at) && (kind === 'other' ? PROMPT.test(line) : kindOf(line) !== kind)) break;
    else if (isAnswer || COMMENT.test(line) || /^[ \t]/.test(line) || readsAsCode([line])) {
      isAnswer ||= PROMPT.test(line);
      to = at + 1;
    } else break;
  }
  const run = lines.slice(from, to);
  return { count: run.length, isCode: isSession || isCommand(first) || (run.length > 1 && readsAsCode(run)) };
}

/**
 * All such code of a text.
 *
 * @param mayBegin whether a line may be the first of a run
 * @param ends whether a line is none of a run, whatever it reads as
 * @returns the number of lines by the first of them
 */
export function codeRuns(
  lines: readonly string[],
  mayBegin: (at: number) => boolean,
  ends?: (at: number, isSession: boolean) => boolean,
): ReadonlyMap<number, number> {
  const runs = new Map<number, number>();
  for (let at = 0; at < lines.length;) {
    const { count, isCode } = mayBegin(at) ? codeRun(lines, at, ends) : { count: 1, isCode: false };
    if (isCode) runs.set(at, count);
    at += count;
  }
  return runs;
}

/** Whether code shows more than what English prose shows as well, `Note: …` and what ends in a backslash. */
export const isSurelyCode = (lines: readonly string[]): boolean =>
  lines.some(
    (line, at) =>
      isCommand(line) ||
      SIGNS.some((sign) => sign !== GOES_ON && sign.test(line)) ||
      (TABLE.test(line) && NAMED.test(lines[at + 1] ?? '')) ||
      (KEY.test(line) && isBelow(line, lines[at + 1] ?? '') && PAIR.test(lines[at + 1] ?? '')),
  );

const KEY = /^\s*(?:- )?["']?[\w.:/@-]+["']?:\s*$/;

/** Whether a line stands further in than the one above. */
const isBelow = (above: string, line: string): boolean => above.search(/\S/) < line.search(/\S/);

const kindOf = (line: string): 'shell' | 'columns' | 'other' =>
  isCommand(line) || SHELL.test(line) ? 'shell' : COLUMNS.test(line) ? 'columns' : 'other';

const isGapBefore = (lines: readonly string[], at: number): boolean => lines[at - 1]?.trim() === '';

const BULLET = /^\s*[•・◦▪‣]/u;

const isProse = (line: string): boolean => !COMMENT.test(line) && JAPANESE.test(withoutAsides(line));

/** A line without what is quoted and without its comment. */
const withoutAsides = (line: string): string =>
  line.replace(/"[^"]*"|'[^']*'|<[^<>]*>/g, '').replace(/\s(?:#|\/\/).*$/, '');
