export { createEngine } from './create-engine.ts';
export * from './types.ts';
