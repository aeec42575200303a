import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './command.ts';

/** A command of an installed package, run as one step of a longer command. */
export interface Step {
  readonly title: string;
  readonly bin: string;
  readonly args: readonly string[];
}

/**
 * Runs steps side by side, and prints what each of them said when it has ended. All steps run even when one fails, so
 * that one call shows all there is to mend.
 *
 * @returns the titles of the steps that failed
 */
export async function runSideBySide(steps: readonly Step[]): Promise<string[]> {
  console.log(`▶ ${steps.map(({ title }) => title).join('、')}を並べて動かしています…`);
  const failed = await Promise.all(
    steps.map(async (step) => {
      const { code, said } = await start(process.execPath, argumentsOf(step), 'pipe');
      console.log(`\n${headingOf(step)}\n${said.trim()}`);
      return code === 0 ? [] : [step.title];
    }),
  );
  return failed.flat();
}

/** Runs one step on this terminal; the result is as that of `runSideBySide`. */
export async function runStep(step: Step): Promise<string[]> {
  console.log(`\n${headingOf(step)}`);
  return (await runProgram(process.execPath, argumentsOf(step))) === 0 ? [] : [step.title];
}

const headingOf = ({ title, bin, args }: Step): string => `▶ ${title}（${[bin, ...args].join(' ')}）`;
const argumentsOf = ({ bin, args }: Step): string[] => [join(root, 'scripts/run.mjs'), '--bin', bin, ...args];

/** Runs a program in the project's folder, on this terminal; gives its exit code. */
export const runProgram = async (program: string, args: readonly string[]): Promise<number> =>
  (await start(program, args, 'inherit')).code;

/** Runs a program in the project's folder. What it wrote is empty when it wrote on this terminal. */
const start = (
  program: string,
  args: readonly string[],
  output: 'inherit' | 'pipe',
): Promise<{ code: number; said: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ['inherit', output, output] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, said }));
  });
