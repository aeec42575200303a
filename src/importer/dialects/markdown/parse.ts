import type { Code, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import type { NotePart, ParsedPart, Range, Vocabulary } from '../dialect.ts';
import { Source } from '../text/source.ts';
import type { MarkdownContext, MarkdownMark, Mask } from './mark.ts';

/**
 * Parses Markdown with marks that Markdown does not know. Each mark first hides itself, without moving a character,
 * then CommonMark and GFM are parsed, then each mark turns what was found into its node.
 *
 * HTML is never a block of its own: `<br>` or `<details>` must not swallow the Markdown below it. MDX is not parsed at
 * all; `{x}`, `import` and unknown tags are text.
 */
export function parseMarkdown(
  part: NotePart,
  vocabulary: Vocabulary,
  marks: readonly MarkdownMark[],
): ParsedPart {
  const source = new Source(part);
  const { tree, masks } = parseMasked(
    source,
    marks.flatMap(({ mask }) => mask?.(source) ?? []),
  );
  const context: MarkdownContext = { source, vocabulary, masks, marks: [], dropped: [] };
  for (const { start, end, consumed, dropped } of masks) {
    if (dropped) context.dropped.push({ start, end, reason: dropped });
    else if (consumed) context.marks.push({ start, end });
  }
  for (const { shape } of marks) shape?.(tree, context);
  return { tree, marks: context.marks, dropped: context.dropped };
}

/** Masks that turn out to stand in code, or did not begin what they should, are taken back; then all is parsed again. */
function parseMasked(source: Source, wanted: readonly Mask[]): { tree: Root; masks: readonly Mask[] } {
  let masks = withoutOverlaps(wanted);
  for (let round = 0; round < ROUNDS; round++) {
    const tree = parse(source, masks);
    const code = codeRanges(tree);
    const begun = beginnings(tree);
    const kept = masks.filter(
      (mask) =>
        (mask.restored || !isInside(mask, code)) && (mask.begins === undefined || begun.has(mask.begins)),
    );
    if (kept.length === masks.length) return { tree, masks };
    masks = kept;
  }
  return { tree: parse(source, []), masks: [] };
}

/** Taking a mask back can make more code appear. Text in which that goes on is read as plain Markdown. */
const ROUNDS = 5;

function withoutOverlaps(masks: readonly Mask[]): Mask[] {
  const kept: Mask[] = [];
  for (const mask of masks.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (mask.start >= (kept.at(-1)?.end ?? 0)) kept.push(mask);
  return kept;
}

function codeRanges(tree: Root): Range[] {
  const ranges: Range[] = [];
  visit(tree, (node) => {
    if (node.type !== 'code' && node.type !== 'inlineCode') return;
    ranges.push({ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 });
  });
  return ranges;
}

/** Where items and rules begin. */
function beginnings(tree: Root): Set<number | undefined> {
  const offsets = new Set<number | undefined>();
  visit(tree, (node) => {
    if (node.type === 'listItem' || node.type === 'thematicBreak') offsets.add(node.position?.start.offset);
  });
  return offsets;
}

/** Ranges come in the order of the text. */
function isInside(mask: Range, ranges: readonly Range[]): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) <= mask.start) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.start ?? Infinity) < mask.end;
}

/** GFM without bare addresses, whose end it finds by rules for English; normalisation links them. */
const GFM_NODES = gfmFromMarkdown().filter(({ transforms }) => transforms === undefined);
const NOT_PARSED = ['htmlFlow', 'protocolAutolink', 'wwwAutolink', 'emailAutolink'];

function parse(source: Source, masks: readonly Mask[]): Root {
  const text = applyMasks(source, masks);
  const tree = fromMarkdown(text, {
    extensions: [gfm({ singleTilde: false }), cjkFriendlyExtension(), { disable: { null: NOT_PARSED } }],
    mdastExtensions: GFM_NODES,
  });
  visit(tree, 'code', (node) => {
    trimCode(node, text);
  });
  const firstLine = (source.lines[0]?.number ?? 1) - 1;
  visit(tree, (node: Nodes) => {
    for (const point of node.position ? [node.position.start, node.position.end] : []) {
      point.line += firstLine;
      point.offset = (point.offset ?? 0) + source.start;
    }
  });
  return tree;
}

/** Hidden lines below indented code are blank, and far enough in, to the parser: they are none of it. */
function trimCode(node: Code, text: string): void {
  const { start, end } = node.position ?? {};
  const raw = text.slice(start?.offset, end?.offset);
  if (!start || !end || /^[`~]/.test(raw)) return;
  const lines = raw.trimEnd().split('\n');
  node.value = node.value.trimEnd();
  end.line = start.line + lines.length - 1;
  end.column = (lines.length > 1 ? 1 : start.column) + (lines.at(-1)?.length ?? 0);
  end.offset = (start.offset ?? 0) + raw.trimEnd().length;
}

function applyMasks(source: Source, masks: readonly Mask[]): string {
  const pieces: string[] = [];
  let at = source.start;
  for (const { start, end, by } of masks) {
    pieces.push(source.text.slice(at, start), by ?? source.text.slice(start, end).replace(/[^\n]/g, ' '));
    at = end;
  }
  pieces.push(source.text.slice(at, source.end));
  return pieces.join('');
}
