import { z } from 'zod';
import { TONES } from './tones.ts';

/**
 * A diagram as plain data: outlines, from back to front, and texts over them, in one coordinate system (user units, y
 * downwards). This is all that leaves the child process, and all that a cache keeps. What does not fit this schema
 * cannot be drawn, so no markup, style, script or link can come out of a diagram, whatever went into it.
 */

/** What an outline stands for; the style sheet has one rule for each. */
export const ROLES = [
  /** A node, an actor, a class, a table. */
  'box',
  /** A subgraph, a composite state, a group of actors. */
  'frame',
  /** A connection. */
  'edge',
  /** The ground behind the label of an edge. */
  'paper',
  'note',
  /** A row of a table. */
  'row',
  /** A line inside a box. */
  'rule',
  /** Filled with ink: the start of a state diagram, a fork. */
  'dot',
  /** The ring around the dot at the end of a state diagram. */
  'ring',
  'lifeline',
  'activation',
  /** A border of a loop or an alternative. */
  'fragment',
  /** The corner that names a loop or an alternative. */
  'tab',
  /** The disc behind the number of a message. */
  'badge',
  /** Arrow heads: filled, hollow, or strokes only. */
  'head',
  'hollow',
  'barb',
] as const;

/** Where a text stands: in a box; on the open ground, where lines may cross it; on a badge. */
export const TEXT_ROLES = ['label', 'caption', 'number'] as const;

const coordinate = z.number().min(-100_000).max(100_000);
const extent = z.number().min(0).max(100_000);
const looks = { role: z.enum(ROLES), tone: z.enum(TONES).optional() };

const rect = z.strictObject({
  tag: z.literal('rect'),
  ...looks,
  x: coordinate,
  y: coordinate,
  width: extent,
  height: extent,
  radius: extent.optional(),
});
const circle = z.strictObject({
  tag: z.literal('circle'),
  ...looks,
  cx: coordinate,
  cy: coordinate,
  r: extent,
});
const path = z.strictObject({
  tag: z.literal('path'),
  ...looks,
  d: z.string().regex(/^M[-\d.MLHVCQAZ ]*$/),
  weight: z.literal('thick').optional(),
  dash: z.enum(['dotted', 'dashed']).optional(),
  /** Indexes into the markers. */
  start: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
});
const textSchema = z.strictObject({
  role: z.enum(TEXT_ROLES),
  tone: z.enum(TONES).optional(),
  anchor: z.enum(['start', 'middle', 'end']),
  size: extent,
  lines: z
    .array(
      z.strictObject({
        x: coordinate,
        y: coordinate,
        runs: z.array(
          z.strictObject({
            text: z.string(),
            bold: z.literal(true).optional(),
            italic: z.literal(true).optional(),
          }),
        ),
      }),
    )
    .min(1),
});

const outlineSchema = z.discriminatedUnion('tag', [rect, circle, path]);

const markerSchema = z.strictObject({
  viewBox: z.tuple([coordinate, coordinate, extent, extent]).optional(),
  refX: coordinate,
  refY: coordinate,
  width: extent,
  height: extent,
  /** Degrees, or along the line. */
  orient: z.union([coordinate, z.enum(['auto', 'auto-start-reverse'])]),
  outlines: z.array(outlineSchema),
});

export const drawingSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  markers: z.array(markerSchema),
  outlines: z.array(outlineSchema),
  texts: z.array(textSchema),
});

export type Drawing = z.output<typeof drawingSchema>;
export type Outline = Drawing['outlines'][number];
export type PathOutline = Extract<Outline, { tag: 'path' }>;
export type Text = Drawing['texts'][number];
export type Marker = Drawing['markers'][number];
export type Role = (typeof ROLES)[number];
export type TextRole = (typeof TEXT_ROLES)[number];
