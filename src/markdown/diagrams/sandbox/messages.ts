import { z } from 'zod';
import { drawingSchema } from '../drawing.ts';
import type { DiagramKind } from '../kinds.ts';

/** What the parent asks of the child. */
export interface DrawRequest {
  readonly kind: DiagramKind;
  /** The body of the diagram (see `readSource`). */
  readonly body: string;
}

const failureSchema = z.discriminatedUnion('kind', [
  /** `line` counts the lines of the body from 1. */
  z.strictObject({ kind: z.literal('syntax'), line: z.int().min(1) }),
  z.strictObject({ kind: z.literal('part'), name: z.string() }),
  z.strictObject({ kind: z.literal('message'), message: z.string() }),
]);

/** What the child answers. The parent trusts nothing of it: the schema decides what may come out of the sandbox. */
export const replySchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), drawing: drawingSchema }),
  z.strictObject({ ok: z.literal(false), failure: failureSchema }),
]);

export type DrawReply = z.output<typeof replySchema>;
export type DrawFailure = z.output<typeof failureSchema>;
