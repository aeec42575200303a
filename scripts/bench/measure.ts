import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measurement {
  readonly seconds: number;
  /** Most memory that the process and its children held at once, in MB; undefined where `/proc` is missing. */
  readonly peakMegabytes: number | undefined;
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** How often memory is looked at, in milliseconds. Builds hold their peak for seconds. */
const SAMPLE_EVERY = 100;

/**
 * Runs a command to its end and measures it as a whole: the children that it starts count too.
 *
 * @throws with the command's output when it fails
 */
export async function measure({ program, args, cwd, env }: Command): Promise<Measurement> {
  const start = performance.now();
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer) => void (output = (output + chunk.toString()).slice(-20_000));
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  let peak = 0;
  const sampler = setInterval(() => {
    if (child.pid !== undefined) peak = Math.max(peak, residentMegabytes(child.pid));
  }, SAMPLE_EVERY);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => clearInterval(sampler));
  if (code !== 0) throw new Error(`${[program, ...args].join(' ')} ended with ${code}\n${output}`);
  return { seconds: (performance.now() - start) / 1000, peakMegabytes: peak > 0 ? peak : undefined };
}

/** Resident memory of a process and all below it. */
function residentMegabytes(root: number): number {
  const children = new Map<number, number[]>();
  const resident = new Map<number, number>();
  for (const name of listProcesses()) {
    const status = readStatus(name);
    if (!status) continue;
    resident.set(status.pid, status.kilobytes);
    children.set(status.parent, [...(children.get(status.parent) ?? []), status.pid]);
  }
  const sum = (pid: number): number =>
    (resident.get(pid) ?? 0) + (children.get(pid) ?? []).reduce((total, child) => total + sum(child), 0);
  return sum(root) / 1024;
}

function listProcesses(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

function readStatus(name: string): { pid: number; parent: number; kilobytes: number } | undefined {
  try {
    const status = readFileSync(`/proc/${name}/status`, 'utf8');
    const field = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return { pid: Number(name), parent: field('PPid'), kilobytes: field('VmRSS') };
  } catch {
    return undefined;
  }
}
