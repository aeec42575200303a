import type { DrawRequest } from './messages.ts';
import { startDrawingProcess, type DrawingProcess, type DrawOutcome } from './drawing-process.ts';

/** Draws one diagram after another, each in a process that is started when it is needed. */
export interface Drawer {
  draw(request: DrawRequest): Promise<DrawOutcome>;
  /** Diagrams that are waiting or being drawn. */
  readonly waiting: number;
  /** Ends the process, and resolves when it is gone; a later `draw` starts another. */
  stop(): Promise<void>;
}

export interface DrawerOptions {
  /** The program that draws. */
  readonly entry: string;
  /** Milliseconds after which a diagram is given up. */
  readonly timeLimit: number;
  /** Milliseconds that the first diagram of a process may take longer: it waits for the start. */
  readonly startLimit: number;
  /** After so many drawings the process is replaced: Mermaid never forgets a text that it measured. */
  readonly drawingsPerProcess: number;
  /** Milliseconds without work after which the process ends. */
  readonly idleLimit: number;
}

export function createDrawer({
  entry,
  timeLimit,
  startLimit,
  drawingsPerProcess,
  idleLimit,
}: DrawerOptions): Drawer {
  let worker: { readonly process: DrawingProcess; drawn: number } | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  let waiting = 0;

  return {
    draw(request) {
      waiting += 1;
      const turn = queue.then(() => drawNow(request)).finally(() => (waiting -= 1));
      queue = turn.catch(() => undefined);
      return turn;
    },
    get waiting() {
      return waiting;
    },
    stop,
  };

  async function drawNow(request: DrawRequest): Promise<DrawOutcome> {
    clearTimeout(idle);
    if (!worker?.process.alive || worker.drawn >= drawingsPerProcess) {
      await stop();
      worker = { process: startDrawingProcess(entry, { timeLimit, startLimit }), drawn: 0 };
    }
    worker.drawn += 1;
    const outcome = await worker.process.draw(request);
    idle = setTimeout(() => void stop(), idleLimit).unref();
    return outcome;
  }

  async function stop(): Promise<void> {
    clearTimeout(idle);
    const stopped = worker?.process.stop();
    worker = undefined;
    await stopped;
  }
}
