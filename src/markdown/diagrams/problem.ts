import type { FenceProblem } from '../render-context.ts';

/**
 * Why a fence did not become a picture: N320 it cannot be drawn, N321 its kind is not offered, N322 it lacks a title or
 * a description. Lines count from 1, the line after the opening of the fence.
 */
export type DiagramProblem = Exclude<FenceProblem, { code: 'N323' }>;

/** @param reason in Japanese, without a full stop */
export const undrawable = (reason: string, line?: number): DiagramProblem => ({
  code: 'N320',
  values: { reason },
  ...(line !== undefined && { line }),
});
