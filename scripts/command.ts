import { fileURLToPath } from 'node:url';
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Exit codes of every command: 0 done, 1 the content or the run has errors, 2 the command was called wrongly. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The command was called wrongly; the message says what is wrong with it. */
export class UsageError extends Error {}

/** The command cannot do its work, for a reason that is none of the program's; the message says it. */
export class FailedError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a command line: parses the arguments, runs the body, sets the exit code. Unknown options and missing values are
 * usage errors; `--help` prints the usage.
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
    const known: Options = { ...options, help: { type: 'boolean', short: 'h' } };
    // Not strict: what is wrong is said here, in the language of whoever typed it.
    const { values, positionals, tokens } = parseArgs({ options: known, strict: false, tokens: true });
    for (const token of tokens) if (token.kind === 'option') checkOption(token, known[token.name]?.type);
    if (values['help']) {
      console.log(usage);
      return;
    }
    const stray = positionals[operands];
    if (stray !== undefined) throw new UsageError(`「${stray}」は何のことかわかりません。`);
    process.exitCode = await body({ values: values as never, positionals });
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${usage}`);
      process.exitCode = EXIT.usage;
    } else if (error instanceof FailedError) {
      console.error(error.message);
      process.exitCode = EXIT.failed;
    } else throw error;
  }
}

type OptionToken = Extract<NonNullable<ReturnType<typeof parseArgs>['tokens']>[number], { kind: 'option' }>;

function checkOption({ rawName, value, inlineValue }: OptionToken, type: 'string' | 'boolean' | undefined) {
  if (type === undefined) throw new UsageError(`「${rawName}」という指定はありません。`);
  if (type === 'boolean' && value !== undefined) throw new UsageError(`「${rawName}」に値は付けられません。`);
  // What an empty variable left would silently be the default; the next option is no value, unless it is written as one:
  // `--out=-x`.
  if (type === 'string' && (!value || (!inlineValue && /^-./.test(value))))
    throw new UsageError(`「${rawName}」には値が要ります。`);
}
