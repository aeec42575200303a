import { spawn, type ChildProcess } from 'node:child_process';
import type { DrawReply, DrawRequest } from './messages.ts';
import { replySchema } from './messages.ts';
import { sandboxArguments } from './permissions.ts';

/** An answer of the child, or why there is none. */
export type DrawOutcome = DrawReply | { ok: false; failure: ProcessFailure };

export type ProcessFailure =
  | { kind: 'timeout' }
  /** `detail` is the last thing that the process wrote about itself. */
  | { kind: 'crash'; detail: string }
  | { kind: 'invalid' };

export interface DrawingProcess {
  /** Draws one diagram; ask for the next one only when it is done. Afterwards check `alive`. */
  draw(request: DrawRequest): Promise<DrawOutcome>;
  readonly alive: boolean;
  /** Ends the process, and whatever it is drawing; resolves when it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts the process that draws. It has an empty environment and no streams but the channel and its error output, and
 * does not keep this process alive while it has nothing to do.
 *
 * @param entry the program to run
 * @param limits after how many milliseconds without an answer it is killed, and how many more it has to start
 */
export function startDrawingProcess(
  entry: string,
  { timeLimit, startLimit }: { readonly timeLimit: number; readonly startLimit: number },
): DrawingProcess {
  const child = spawn(process.execPath, sandboxArguments(entry), {
    env: {},
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr
    ?.setEncoding('utf8')
    .on('data', (text: string) => (complaint = (complaint + text).slice(-2_000)));
  holdProcess(child, false);

  let alive = true;
  let starting = startLimit;
  const gone = new Promise<void>((resolve) =>
    child.on('close', () => resolve()).on('error', () => resolve()),
  );
  let finish: ((outcome: DrawOutcome) => void) | undefined;
  const end = (failure: ProcessFailure) => {
    alive = false;
    finish?.({ ok: false, failure });
  };
  child.on('message', (message) => {
    const reply = replySchema.safeParse(message);
    if (reply.success) finish?.(reply.data);
    else kill({ kind: 'invalid' });
  });
  child.on('error', (error) => end({ kind: 'crash', detail: error.message }));
  child.on('close', () => end({ kind: 'crash', detail: lastLine(complaint) }));

  return {
    draw(request) {
      const { promise, resolve } = Promise.withResolvers<DrawOutcome>();
      if (!alive)
        return Promise.resolve({ ok: false, failure: { kind: 'crash', detail: lastLine(complaint) } });
      const timer = setTimeout(() => kill({ kind: 'timeout' }), starting + timeLimit);
      finish = resolve;
      holdProcess(child, true);
      // A process that is already gone answers with `close`.
      child.send(request, () => undefined);
      return promise.finally(() => {
        clearTimeout(timer);
        starting = 0;
        finish = undefined;
        holdProcess(child, false);
      });
    },
    get alive() {
      return alive;
    },
    stop() {
      holdProcess(child, true);
      child.kill('SIGKILL');
      return gone;
    },
  };

  function kill(failure: ProcessFailure): void {
    end(failure);
    child.kill('SIGKILL');
  }
}

/** Whether the process keeps its parent waiting. */
function holdProcess(child: ChildProcess, hold: boolean): void {
  const error = child.stderr as { ref?: () => void; unref?: () => void } | null;
  for (const handle of [child, child.channel, error]) (hold ? handle?.ref : handle?.unref)?.call(handle);
}

/** The line of an error output that says what happened: of a stack trace, its first. */
function lastLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.findLast((line) => /Error|error/.test(line) && !line.startsWith('at ')) ?? '';
}
