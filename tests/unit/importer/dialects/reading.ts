import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type {
  Dialect,
  NotePart,
  ParsedPart,
  RawNote,
  Vocabulary,
} from '../../../../src/importer/dialects/dialect.ts';
import { balance } from '../../../../src/importer/account.ts';
import { normalize } from '../../../../src/importer/normalize/index.ts';
import { wordsOfTree } from '../../../../src/importer/text-of.ts';
import { serviceSlugSchema } from '../../../../src/schema/index.ts';

const SERVICES = ['ALB', 'CloudFormation', 'CodeDeploy', 'Lambda', 'S3', 'SAM', 'SNS', 'SQS'];

/** Knows the services that the fixtures speak of, by their plain names. */
export const vocabulary: Vocabulary = {
  serviceOf: (heading) =>
    SERVICES.includes(heading.trim()) ? serviceSlugSchema.parse(heading.trim().toLowerCase()) : undefined,
};

export const noteOf = (text: string, file = 'raw.md'): RawNote => ({ file, text, lines: text.split('\n') });

export const wholeOf = (note: RawNote): NotePart => ({ note, firstLine: 1, lastLine: note.lines.length });

export const parseText = (dialect: Dialect, text: string): ParsedPart =>
  dialect.parse(wholeOf(noteOf(text)), vocabulary);

/** What a part lost on the way to the normal form, as the importer's own account has it. */
export function lossesOf(note: RawNote, { tree, marks, dropped }: ParsedPart): readonly unknown[] {
  const context = { note, marks: [...marks], dropped: [...dropped], diagnostics: [] };
  const copy = structuredClone(tree);
  normalize(copy, context);
  return balance(note, context.marks, context.dropped, [{ words: wordsOfTree(copy) }]).losses;
}

/** Spaces and ASCII punctuation do not count, as in the account. */
const UNCOUNTED = /[\s\p{C}\p{Variation_Selector}!-/:-@[-`{-~]/u;

/**
 * Characters that a tree holds less often than its note, marks and what was dropped aside. Weaker than the account,
 * which also wants words whole; but in random text it takes no word for another that looks alike.
 */
export function missing(note: RawNote, { tree, marks, dropped }: ParsedPart): string[] {
  const context = { note, marks: [...marks], dropped: [...dropped], diagnostics: [] };
  const copy = structuredClone(tree);
  normalize(copy, context);
  const characters = note.text.split('');
  for (const { start, end } of [...context.marks, ...context.dropped]) characters.fill('', start, end);
  const counts = new Map<string, number>();
  for (const character of wordsOfTree(copy)) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...characters.join('')].filter((character) => {
    if (UNCOUNTED.test(character)) return false;
    const count = counts.get(character) ?? 0;
    counts.set(character, count - 1);
    return count < 1;
  });
}

/** Nodes whose place is missing, outside the note, or does not show the text that they hold. */
export function misplaced({ text }: RawNote, { tree, dropped }: ParsedPart): string[] {
  const visible = text.split('');
  for (const { start, end } of dropped) visible.fill('', start, end);
  const faults: string[] = [];
  visit(tree, (node: Nodes) => {
    const [start, end] = [node.position?.start, node.position?.end];
    if (start?.offset === undefined || end?.offset === undefined) {
      faults.push(`${node.type}: no place`);
      return;
    }
    const before = text.slice(0, start.offset);
    const line = before.split('\n').length;
    const column = start.offset - before.lastIndexOf('\n');
    if (start.offset > end.offset || end.offset > text.length) faults.push(`${node.type}: outside the note`);
    if (start.line !== line || start.column !== column) faults.push(`${node.type}: offset and line differ`);
    if (node.type === 'text' && !shows(visible.slice(start.offset, end.offset).join(''), node.value))
      faults.push(`${line}:${column} ${JSON.stringify(node.value)}`);
  });
  return faults;
}

/** The text itself, but for escapes, references, attributes, and what stands before a line of a quote. */
function shows(raw: string, value: string): boolean {
  if (raw === value) return true;
  const wanted = squeeze(value);
  const found = squeeze(raw.replace(/&[#\w]+;/g, REFERENCE));
  return wanted === found || (found.includes(REFERENCE) && wanted.length <= found.length);
}

const REFERENCE = '\ufffd';

const squeeze = (text: string): string =>
  text
    .replace(/ ?\{[^{}]*\}\s*$/, '')
    .replace(/[ \t]*\n[ \t>]*/g, '\n')
    .replaceAll('\\', '')
    .replace(/ {2,}/g, ' ')
    .trim();

/** A node in few words: what it is, where it stands, what it holds. */
export function describeNode(node: Nodes): unknown {
  const { start, end } = node.position ?? {};
  const {
    type,
    position: _position,
    children,
    attributes,
    ...rest
  } = node as Nodes & {
    children?: Nodes[];
    attributes?: { name: string; value: unknown }[];
  };
  const held = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value != null && value !== false),
  );
  return {
    [type]: `${start?.line}:${start?.column}-${end?.line}:${end?.column}`,
    ...held,
    ...Object.fromEntries((attributes ?? []).map(({ name, value }) => [`@${name}`, value])),
    ...(children && children.length > 0 ? { children: children.map(describeNode) } : {}),
  };
}

export function describePart({ text }: RawNote, { tree, marks, dropped }: ParsedPart): unknown {
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  const ordered = <T extends { start: number }>(ranges: readonly T[]) =>
    ranges.toSorted((a, b) => a.start - b.start);
  return {
    tree: tree.children.map(describeNode),
    marks: ordered(marks)
      .map(({ start, end }) => `${lineOf(start)} ${text.slice(start, end)}`)
      .filter((mark) => !/^\d+ \s*$/.test(mark)),
    dropped: ordered(dropped).map(
      ({ start, end, reason }) => `${lineOf(start)} ${reason}: ${text.slice(start, end)}`,
    ),
  };
}
