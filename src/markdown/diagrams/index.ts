export type { DiagramCache } from './cache.ts';
export { createDiagramFences } from './fences.ts';
export { createDiagramRenderer, type DiagramRenderer, type DiagramRendererOptions } from './renderer.ts';
