import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measurement {
  readonly seconds: number;
  /** Seconds that processors worked for it, all children included; undefined where `/proc` is missing. */
  readonly cpuSeconds: number | undefined;
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
/** The units of `/proc` on Linux: USER_HZ, and the page size of x64 and arm64. */
const TICKS_PER_SECOND = 100;
const PAGE_SIZE = 4096;

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
  let ticks = 0;
  const sampler = setInterval(() => {
    if (child.pid === undefined) return;
    const now = readTree(child.pid);
    peak = Math.max(peak, now.megabytes);
    ticks = Math.max(ticks, now.ticks);
  }, SAMPLE_EVERY);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => clearInterval(sampler));
  if (code !== 0) throw new Error(`${[program, ...args].join(' ')} ended with ${code}\n${output}`);
  return {
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: ticks > 0 ? ticks / TICKS_PER_SECOND : undefined,
    peakMegabytes: peak > 0 ? peak : undefined,
  };
}

interface ProcessFacts {
  readonly parent: number;
  readonly megabytes: number;
  /** Of the process, and of those children that have ended. */
  readonly ticks: number;
}

/** What a process and all below it hold and have used. */
function readTree(root: number): Pick<ProcessFacts, 'megabytes' | 'ticks'> {
  const facts = new Map<number, ProcessFacts>();
  for (const pid of listProcesses()) {
    const found = readProcess(pid);
    if (found) facts.set(pid, found);
  }
  const children = Map.groupBy(facts.keys(), (pid) => facts.get(pid)?.parent ?? 0);
  let [megabytes, ticks] = [0, 0];
  const add = (pid: number) => {
    megabytes += facts.get(pid)?.megabytes ?? 0;
    ticks += facts.get(pid)?.ticks ?? 0;
    for (const child of children.get(pid) ?? []) add(child);
  };
  add(root);
  return { megabytes, ticks };
}

function listProcesses(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

/** Reads `/proc/PID/stat` (proc(5)); a process that has ended in the meantime has none. */
function readProcess(pid: number): ProcessFacts | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The name of the program stands in brackets and may hold anything; the state after it is field 3.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const field = (number: number): number => fields[number - 3] ?? 0;
  return {
    parent: field(4),
    megabytes: (field(24) * PAGE_SIZE) / 1024 / 1024,
    ticks: field(14) + field(15) + field(16) + field(17),
  };
}
