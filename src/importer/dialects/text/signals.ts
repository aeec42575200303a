/** One thing that speaks for a dialect, or, with a negative weight, against it. */
export interface Signal {
  readonly what: string;
  readonly matches: RegExp | ((line: string, index: number, lines: readonly string[]) => boolean);
  /** How much one such line weighs. A plain bullet weighs 1. */
  readonly weight: number;
}

/** A few stray marks prove nothing: this much evidence is needed for a confidence of a half. */
const DOUBT = 2;

/** Marks stand early in a line; no more than this is looked at. */
const BEGINNING = 400;

/**
 * Weighs lines against a table of signals: `for / (for + against + doubt)`. A line counts once, for the first signal
 * that it shows, so the order of the table matters. Lines inside a fence say nothing about the dialect.
 */
export function weigh(lines: readonly string[], signals: readonly Signal[]): number {
  let pro = 0;
  let contra = 0;
  const fenced = insideFences(lines);
  for (const [index, whole] of lines.entries()) {
    const line = whole.slice(0, BEGINNING);
    if (line === '' || fenced[index]) continue;
    const signal = signals.find(({ matches }) =>
      typeof matches === 'function' ? matches(line, index, lines) : matches.test(line),
    );
    if (!signal) continue;
    if (signal.weight > 0) pro += signal.weight;
    else contra -= signal.weight;
  }
  return pro / (pro + contra + DOUBT);
}

/** Which lines stand inside a fence; the fences themselves do not. A fence without an end hides nothing. */
function insideFences(lines: readonly string[]): boolean[] {
  const inside = lines.map(() => false);
  let open: { fence: string; index: number } | undefined;
  for (const [index, line] of lines.entries()) {
    const fence = /^\s*(`{3,}|~{3,})([^`]*)$/.exec(line);
    if (!fence) continue;
    if (!open) open = { fence: fence[1] ?? '', index };
    else if ((fence[1] ?? '').startsWith(open.fence) && fence[2]?.trim() === '') {
      inside.fill(true, open.index + 1, index);
      open = undefined;
    }
  }
  return inside;
}
