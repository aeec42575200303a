/** The classes that writers may give a node, a group or a state: `alb[ALB]:::aws`, or `class vpc muted`. */
export const TONES = [
  /** A managed AWS service. */
  'aws',
  /** People, clients, other networks: what stands outside AWS. */
  'user',
  /** What keeps data: databases, buckets, caches. */
  'store',
  /** What the text is about. */
  'accent',
  /** What fails, is refused or costs. */
  'warn',
  /** What is optional, inactive or only context. */
  'muted',
] as const;

export type Tone = (typeof TONES)[number];

export const isTone = (name: string): name is Tone => (TONES as readonly string[]).includes(name);
