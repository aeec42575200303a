import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Element } from 'hast';
import { loadDrawing, storeDrawing, type DiagramCache } from './cache.ts';
import type { Drawing } from './drawing.ts';
import { fingerprintRenderer } from './fingerprint.ts';
import { undrawable, type DiagramProblem } from './problem.ts';
import { reasons } from './reasons.ts';
import { createDrawer, type DrawerOptions } from './sandbox/drawer.ts';
import type { DrawOutcome } from './sandbox/drawing-process.ts';
import { readSource, type DiagramSource } from './source.ts';
import { buildSvg } from './svg.ts';

export type DiagramResult =
  { readonly ok: true; readonly svg: Element } | { readonly ok: false; readonly problem: DiagramProblem };

export interface DiagramRenderer {
  /**
   * Draws the text of a fence. Rejects only when the cache does.
   *
   * @param idPrefix begins every id of the picture (see `buildSvg`)
   */
  render(source: string, idPrefix: string): Promise<DiagramResult>;
  /** Ends the processes that draw, and resolves when they are gone; a later `render` starts others. */
  close(): Promise<void>;
}

export interface DiagramRendererOptions extends Partial<DrawerOptions> {
  readonly cache: DiagramCache;
  /** How many processes may draw at once; each holds about 350 MB. */
  readonly processes?: number;
}

const DEFAULTS = {
  timeLimit: 30_000,
  // The start takes a few seconds, and half a minute on a machine that is busy with ten other things.
  startLimit: 90_000,
  drawingsPerProcess: 100,
  idleLimit: 10_000,
  entry: fileURLToPath(new URL('child/main.ts', import.meta.url)),
  processes: Math.min(availableParallelism(), 2),
} as const;

/**
 * Draws Mermaid diagrams as SVG that follows the site's style sheet. The work is done by processes with hardly any
 * rights, which are started when a diagram is not in the cache.
 */
export function createDiagramRenderer(options: DiagramRendererOptions): DiagramRenderer {
  const { cache, processes, ...drawerOptions } = { ...DEFAULTS, ...options };
  const drawers = Array.from({ length: processes }, () => createDrawer(drawerOptions));
  const fingerprint = fingerprintRenderer();
  const underWay = new Map<string, Promise<Drawing | DiagramProblem>>();

  return {
    async render(text, idPrefix) {
      const reading = readSource(text);
      if (!reading.ok) return reading;
      const key = sha256(JSON.stringify([fingerprint, text]));
      const drawing =
        underWay.get(key) ?? loadOrDraw(key, reading.source).finally(() => underWay.delete(key));
      underWay.set(key, drawing);
      const drawn = await drawing;
      if ('code' in drawn) return { ok: false, problem: drawn };
      return { ok: true, svg: buildSvg(drawn, reading.source, idPrefix) };
    },
    close: async () => void (await Promise.all(drawers.map((drawer) => drawer.stop()))),
  };

  async function loadOrDraw(key: string, source: DiagramSource): Promise<Drawing | DiagramProblem> {
    const known = await loadDrawing(cache, key);
    if (known) return known;
    const { kind, body } = source;
    const free = drawers.reduce((a, b) => (b.waiting < a.waiting ? b : a));
    const outcome = await free.draw({ kind, body });
    if (!outcome.ok) return explain(outcome.failure, source, drawerOptions.timeLimit);
    await storeDrawing(cache, key, outcome.drawing);
    return outcome.drawing;
  }
}

type Failure = Extract<DrawOutcome, { ok: false }>['failure'];

/** Words a failure for the writer, with lines counted from the start of the fence. */
function explain(failure: Failure, { body, lines }: DiagramSource, timeLimit: number): DiagramProblem {
  switch (failure.kind) {
    case 'syntax': {
      const i = Math.min(failure.line, lines.length) - 1;
      const line = lines[i] ?? 1;
      return undrawable(reasons.syntax(line, body.split('\n')[i]?.trim() ?? ''), line);
    }
    case 'part':
      return undrawable(reasons.part(failure.name));
    case 'message':
      return undrawable(reasons.message(failure.message));
    case 'timeout':
      return undrawable(reasons.timeout(timeLimit / 1000));
    case 'crash':
      return undrawable(reasons.crash(failure.detail));
    case 'invalid':
      return undrawable(reasons.invalid());
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
