import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../command.ts';

/** A dev server in a process of its own. */
export interface DevServer {
  /** Address of the home page, with a slash at the end. */
  readonly url: string;
  /** What it has printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/**
 * Starts `npm run dev` on a free port and waits until it answers.
 *
 * @param env its environment, with settings (see `src/site/settings.ts`)
 * @throws with what it printed when it ends instead
 */
export async function startDev(env: NodeJS.ProcessEnv): Promise<DevServer> {
  const child = spawn(process.execPath, [join(root, 'scripts/dev.ts'), '--port', '0'], {
    cwd: root,
    env: { ...env, NODE_ENV: 'development', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /Local\s+(http:\S+)/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    void ended.then(() => reject(new Error(`the dev server ended\n${output}`)));
  });
  return {
    url: url.replace(/\/?$/, '/'),
    output: () => output,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
