import { nearest } from '../../diagnostics/index.ts';
import type { DiagramKind } from './kinds.ts';
import { reasons } from './reasons.ts';
import { isTone, TONES } from './tones.ts';

type Words = Readonly<Partial<Record<DiagramKind, readonly string[]>>>;

/** Statements that set colours and lines. Those would not follow the colour scheme, nor keep their contrast. */
const COLOUR_STATEMENTS: Words = {
  flowchart: ['style', 'classDef', 'linkStyle'],
  'stateDiagram-v2': ['style', 'classDef'],
  classDiagram: ['style', 'classDef'],
  erDiagram: ['style', 'classDef'],
};

/** Statements that make links or run code. */
const LINK_STATEMENTS: Words = {
  flowchart: ['click'],
  sequenceDiagram: ['link', 'links', 'properties', 'details'],
  'stateDiagram-v2': ['click'],
  classDiagram: ['click', 'link', 'callback'],
};

const PICTURES = /@\{[^}]*\b(img|icon)\s*:|^\s*::(icon)\s*\(/;

/** Mermaid reads labels in backquotes as Markdown, and drops links from it, words and all. */
const MARKDOWN_LINK = /"`[^`]*(\]\()[^`]*`"/;

/** Where a line may give tones: `x:::aws`, and `class x,y aws` in the kinds in which that does not define a class. */
const TONE_MARK = /:::\s*([\w-]+(?:[ \t]+[\w-]+)*)?/g;
const TONE_STATEMENT = /^\s*(?:class\s+\S.*?|cssClass\s+"[^"]*")\s+([\w-]+)\s*;?\s*$/;

/** The first statement in a diagram that Mermaid knows and this site does not offer: the index of its line, and why. */
export function findRefusal(
  kind: DiagramKind,
  lines: readonly string[],
): { readonly index: number; readonly reason: string } | undefined {
  const tones = TONES.join('、');
  for (const [index, line] of lines.entries()) {
    const colour = findStatement(line, COLOUR_STATEMENTS[kind]);
    const link =
      findStatement(line, LINK_STATEMENTS[kind]) ?? (MARKDOWN_LINK.test(line) ? '[…](…)' : undefined);
    const [, field, icon] = PICTURES.exec(line) ?? [];
    const tone = findUnknownTone(kind, line);
    const reason =
      (colour && reasons.colours(colour, tones)) ??
      (link && reasons.links(link)) ??
      ((field ?? icon) && reasons.pictures(field ?? `::${icon}`)) ??
      (tone && reasons.tone(tone, nearest(tone, TONES) ?? tones));
    if (reason !== undefined) return { index, reason };
  }
  return undefined;
}

/** A statement begins a line or follows a semicolon that does not end a character reference (`#quot;`). */
function findStatement(line: string, words: readonly string[] | undefined): string | undefined {
  if (!words) return undefined;
  return new RegExp(`(?:^|(?<!#\\w+);)\\s*(${words.join('|')})\\s+[^-=.\\s]`).exec(line)?.[1];
}

function findUnknownTone(kind: DiagramKind, line: string): string | undefined {
  if (kind === 'sequenceDiagram') return undefined;
  const marks = [...line.matchAll(TONE_MARK)].map(([, names = '']) =>
    kind === 'mindmap' ? names : names.split(/\s/)[0],
  );
  const statement =
    kind === 'classDiagram' && /^\s*class\s/.test(line) ? undefined : TONE_STATEMENT.exec(line)?.[1];
  const names = [...marks, statement].flatMap((text) => text?.split(/\s+/).filter(Boolean) ?? []);
  return names.find((name) => !isTone(name));
}
