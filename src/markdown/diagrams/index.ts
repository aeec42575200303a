export type { DiagramCache } from './cache.ts';
export { createDiagramFences } from './fences.ts';
export type { DiagramProblem } from './problem.ts';
export {
  createDiagramRenderer,
  type DiagramRenderer,
  type DiagramRendererOptions,
  type DiagramResult,
  type RenderedDiagram,
} from './renderer.ts';
export { TONES, type Tone } from './tones.ts';
