import type { BlockContent, List, ListItem } from 'mdast';
import type { Range } from '../dialect.ts';
import { code, list, listItem, paragraph } from '../text/build.ts';
import type { Source } from '../text/source.ts';
import { readCode } from './code.ts';
import type { ScrapLine } from './line.ts';

/** A copy of a page nests lists by two spaces a level. */
const STEP = 2;

/** Deeper than this nobody writes; a note that does is flattened rather than followed. */
const DEEPEST = 12;

interface Level {
  readonly indent: number;
  readonly ordered: boolean;
  readonly items: Draft[];
}

/** An item under construction: lines of a paragraph, then code, lists and further paragraphs. */
interface Draft {
  readonly blocks: ({ lines: Range[] } | { code: string; at: Range } | { level: Level })[];
}

/**
 * Reads a list from bullets indented by level. A line without a bullet continues the item above it, or is code.
 *
 * @returns the list, how many lines it took, and the bullets and numbers that became structure
 */
export function readList(
  source: Source,
  lines: readonly ScrapLine[],
  from: number,
): { nodes: List[]; count: number; marks: Range[] } {
  const marks: Range[] = [];
  const roots: Level[] = [];
  const open: Level[] = [];
  let at = from;
  while (at < lines.length) {
    const line = lines[at];
    if (!line || (line.kind !== 'bullet' && line.kind !== 'number' && line.kind !== 'indented')) break;
    if (line.mark) {
      marks.push(line.mark);
      placeItem(line, open, roots);
      at++;
      continue;
    }
    while (open.length > 1 && (open.at(-1)?.indent ?? 0) + STEP > line.indent) open.pop();
    const blocks = open.at(-1)?.items.at(-1)?.blocks;
    if (!blocks) break;
    const block = readCode(lines, at, line.indent);
    if (block) {
      blocks.push({ code: block.value, at: block });
      at += block.count;
      continue;
    }
    const last = blocks.at(-1);
    if (last && 'lines' in last) last.lines.push({ start: line.content, end: line.end });
    else blocks.push({ lines: [{ start: line.content, end: line.end }] });
    at++;
  }
  return { nodes: roots.map((level) => toList(source, level)), count: at - from, marks };
}

function placeItem(line: ScrapLine, open: Level[], roots: Level[]): void {
  const ordered = line.kind === 'number';
  while (open.length > 0 && (open.at(-1)?.indent ?? 0) > line.indent) open.pop();
  if (open.at(-1)?.indent === line.indent && open.at(-1)?.ordered !== ordered) open.pop();
  let level = open.at(-1);
  if (!level || (line.indent > level.indent && open.length < DEEPEST)) {
    const parent = level?.items.at(-1);
    level = { indent: line.indent, ordered, items: [] };
    if (parent) parent.blocks.push({ level });
    else roots.push(level);
    open.push(level);
  }
  level.items.push({ blocks: [{ lines: [{ start: line.content, end: line.end }] }] });
}

function toList(source: Source, { ordered, items }: Level): List {
  return list(
    source,
    ordered,
    items.map((item) => toItem(source, item)),
  );
}

const toItem = (source: Source, { blocks }: Draft): ListItem =>
  listItem(
    source,
    blocks.map((block): BlockContent => {
      if ('lines' in block) return paragraph(source, ...block.lines);
      if ('level' in block) return toList(source, block.level);
      return code(source, block.code, block.at);
    }),
  );
