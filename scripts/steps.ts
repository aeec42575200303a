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
 * Runs steps one after another and prints what it runs. All steps run even when one fails, so that one call shows all
 * there is to mend.
 *
 * @returns the titles of the steps that failed
 */
export async function runSteps(steps: readonly Step[]): Promise<string[]> {
  const failed: string[] = [];
  for (const { title, bin, args } of steps) {
    console.log(`\n▶ ${title}（${[bin, ...args].join(' ')}）`);
    if ((await runBin(bin, args)) !== 0) failed.push(title);
  }
  return failed;
}

/** Runs the command of an installed package on this project's Node.js; gives its exit code. */
export const runBin = (bin: string, args: readonly string[]): Promise<number> =>
  runProgram(process.execPath, [join(root, 'scripts/run.mjs'), '--bin', bin, ...args]);

/** Runs a program in the project's folder, on this terminal; gives its exit code. */
export const runProgram = (program: string, args: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
