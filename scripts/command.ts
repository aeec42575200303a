import { fileURLToPath } from 'node:url';
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Exit codes of every command: 0 done, 1 the content or the run has errors, 2 the command was called wrongly. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The command was called wrongly; the message says what is wrong with it. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a command line: parses the arguments, runs the body, sets the exit code. Unknown options are usage errors;
 * `--help` prints the usage.
 *
 * @param operands how many arguments without a dash the command takes; one more is a usage error
 */
export async function runCommand<O extends Options>(
  { usage, options, operands = 0 }: { usage: string; options: O; operands?: number },
  body: (input: {
    values: ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>['values'];
    positionals: string[];
  }) => Promise<ExitCode>,
): Promise<void> {
  try {
    const { values, positionals } = parseArgs({
      options: { ...options, help: { type: 'boolean', short: 'h' } } as O,
      allowPositionals: true,
    });
    if ('help' in values && values['help']) {
      console.log(usage);
      return;
    }
    const stray = positionals[operands];
    if (stray !== undefined) throw new UsageError(`「${stray}」は何のことかわかりません。`);
    process.exitCode = await body({ values: values as never, positionals });
  } catch (error) {
    if (error instanceof UsageError || isParseError(error)) {
      console.error(`${wordsOf(error as Error)}\n\n${usage}`);
      process.exitCode = EXIT.usage;
    } else throw error;
  }
}

const isParseError = (error: unknown): boolean =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

/** What is wrong with an option; Node says it in English. */
function wordsOf({ message }: Error): string {
  const option = /^(?:Unknown option|Option) '(?:-\w, )?(--?[^\s']+)/.exec(message)?.[1];
  if (option === undefined) return message;
  if (message.startsWith('Unknown')) return `「${option}」という指定はありません。`;
  return message.includes('does not take')
    ? `「${option}」に値は付けられません。`
    : `「${option}」には値が要ります。`;
}
