import { kindOf, type DiagramKind } from './kinds.ts';
import { undrawable, type DiagramProblem } from './problem.ts';
import { reasons } from './reasons.ts';
import { findRefusal } from './refusals.ts';

/** A fence, taken apart. */
export interface DiagramSource {
  readonly kind: DiagramKind;
  readonly title: string;
  readonly description: string;
  /** What Mermaid gets: the lines from the keyword on, without comments, captions and blank lines. */
  readonly body: string;
  /** For each line of the body its line in the fence, from 1. */
  readonly lines: readonly number[];
}

type Reading = { ok: true; source: DiagramSource } | { ok: false; problem: DiagramProblem };

/** Mermaid's own limit; beyond it, it would silently draw an error message. */
const LONGEST = 50_000;

/**
 * Reads the text of a fence: its kind, its title and description, and what Mermaid may see of it.
 * The captions are taken out here because not every kind of diagram knows them.
 * https://mermaid.js.org/config/accessibility.html
 */
export function readSource(text: string): Reading {
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => !isBlank(line) && !isComment(line));
  const opening = lines[first]?.trim() ?? '';
  if (opening === '') return fail(undrawable(reasons.empty()));
  if (text.length > LONGEST) return fail(undrawable(reasons.tooLong(LONGEST)));
  // Settings would make one picture look unlike the others, and can reach far into Mermaid.
  if (opening === '---') return fail(undrawable(reasons.settings('---'), first + 1));
  const directive = lines.findIndex((line) => /%%\s*\{/.test(line));
  if (directive >= 0) return fail(undrawable(reasons.settings('%%{…}%%'), directive + 1));

  const keyword = /^[\w-]+/.exec(opening)?.[0] ?? opening;
  const kind = kindOf(keyword);
  if (!kind) return fail({ code: 'N321', values: { kind: keyword } });

  const { title, description, rest } = takeCaptions(lines);
  if (title === '') return fail({ code: 'N322', values: { keyword: 'accTitle' } });
  if (description === '') return fail({ code: 'N322', values: { keyword: 'accDescr' } });

  // Mermaid drops such lines too, or, in mind maps, stumbles over them; here it is known which line is which.
  const kept = rest
    .map((line, i) => ({ line, number: i + 1 }))
    .filter(({ line }) => !isBlank(line) && !isComment(line));
  const body = kept.map(({ line }) => line);
  const numbers = kept.map(({ number }) => number);
  const refusal = findRefusal(kind, body);
  if (refusal) return fail(undrawable(refusal.reason, numbers[refusal.index]));
  return { ok: true, source: { kind, title, description, body: body.join('\n'), lines: numbers } };
}

/** Takes `accTitle: …`, `accDescr: …` and `accDescr { … }` out of the lines; the lines stay, empty. */
function takeCaptions(lines: readonly string[]): { title: string; description: string; rest: string[] } {
  const rest = [...lines];
  let title = '';
  let description = '';
  for (let i = 0; i < lines.length; i += 1) {
    const [, name, mark, text = ''] = /^\s*(accTitle|accDescr)\s*([:{])(.*)$/.exec(lines[i] ?? '') ?? [];
    if (name === undefined) continue;
    rest[i] = '';
    let value = text.trim();
    for (; mark === '{' && !value.includes('}') && i + 1 < lines.length; rest[i] = '') {
      i += 1;
      value = joinText(value, lines[i]?.trim() ?? '');
    }
    if (mark === '{') value = value.replace(/\}.*$/u, '').trim();
    if (name === 'accTitle') title = value;
    else description = value;
  }
  return { title, description, rest };
}

/** Joins two lines; between Japanese characters there is no space. */
const joinText = (before: string, after: string): string =>
  before !== '' && /[\x21-\x7e]$/.test(before) && /^[\x21-\x7c~]/.test(after)
    ? `${before} ${after}`
    : before + after;

const isBlank = (line: string): boolean => line.trim() === '';
const isComment = (line: string): boolean => /^\s*%%/.test(line);
const fail = (problem: DiagramProblem): Reading => ({ ok: false, problem });
