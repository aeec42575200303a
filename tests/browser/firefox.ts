import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The browser that `FIREFOX_PATH` names, or the one that is installed; undefined when there is none. */
export function findFirefox(): string | undefined {
  const names = [process.env['FIREFOX_PATH'], 'firefox-esr', 'firefox'].filter((name) => name !== undefined);
  return names.find((name) => spawnSync(name, ['--version']).status === 0);
}

/** One tab of a Firefox, driven by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/). */
export interface Firefox {
  /** What pages wrote to the console, and errors that nobody caught. */
  readonly messages: string[];
  /** Runs before the scripts of every page that is opened from now on. */
  beforePages(source: string): Promise<void>;
  open(url: string): Promise<void>;
  /** Value of an expression in the page, awaited; it must survive JSON. */
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

/** Starts Firefox without a window and with an empty profile; rejects when it does not come up. */
export async function launchFirefox(path: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'kumo-note-firefox-'));
  const child = spawn(
    path,
    ['--headless', '--remote-debugging-port=0', '--profile', profile, 'about:blank'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const socket = new WebSocket(`${await readAddress(child)}/session`);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });

  const messages: string[] = [];
  const waiting = new Map<number, { resolve: (result: Result) => void; reject: (error: Error) => void }>();
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Incoming;
    if (message.type === 'event' && message.method === 'log.entryAdded')
      messages.push(`${message.params.level}: ${message.params.text}`);
    const call = message.id === undefined ? undefined : waiting.get(message.id);
    if (!call) return;
    if (message.type === 'success') call.resolve(message.result);
    else if (message.type === 'error') call.reject(new Error(`${message.error}: ${message.message}`));
  });

  let calls = 0;
  const call = (method: string, params: object): Promise<Result> =>
    new Promise((resolve, reject) => {
      calls += 1;
      waiting.set(calls, { resolve, reject });
      socket.send(JSON.stringify({ id: calls, method, params }));
    });

  await call('session.new', { capabilities: {} });
  await call('session.subscribe', { events: ['log.entryAdded'] });
  const { contexts } = await call('browsingContext.getTree', {});
  const context = contexts?.[0]?.context;

  return {
    messages,
    async beforePages(source) {
      await call('script.addPreloadScript', { functionDeclaration: `() => { ${source} }` });
    },
    async open(url) {
      await call('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async evaluate(expression) {
      const answer = await call('script.evaluate', {
        expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value))`,
        target: { context },
        awaitPromise: true,
      });
      if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
      return JSON.parse(answer.result?.value ?? 'null');
    },
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await call('browser.close', {}).catch(() => child.kill());
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

interface Result {
  readonly contexts?: readonly { readonly context: string }[];
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

type Incoming =
  | { type: 'success'; id: number; result: Result }
  | { type: 'error'; id: number; error: string; message: string }
  | { type: 'event'; id?: undefined; method: string; params: { level: string; text: string } };

/** Firefox says on its error output where it listens. */
function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Firefox ended with ${code}: ${said.slice(-500)}`)));
  });
}
