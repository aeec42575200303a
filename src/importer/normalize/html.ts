import type { Code, Html, Nodes, Parents, PhrasingContent, RootContent } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import { lineBreak } from '../nodes.ts';
import { rangeOf, type Pass, type PassContext } from './pass.ts';

/** Tags that only say how text looks or is grouped: their text stays, they go. */
const FORMATTING =
  /^(?:abbr|b|big|center|cite|details|dd|del|dfn|div|dl|dt|em|figcaption|figure|font|i|ins|kbd|li|mark|ol|p|picture|q|s|samp|section|small|span|strong|sub|summary|sup|tt|u|ul|var|wbr|h[1-6]|hr|header|footer|main|nav|article|aside|blockquote)$/;

/** One piece of HTML: a comment, a tag, or the text between. */
interface Piece {
  readonly raw: string;
  readonly kind: 'comment' | 'tag' | 'text';
  readonly name: string;
  readonly closing: boolean;
}

const PIECES = /(<!--[\s\S]*?-->)|<(\/?)([A-Za-z][\w-]*)((?:\s[^<>]*)?)\/?>/g;

function cut(value: string): Piece[] {
  const pieces: Piece[] = [];
  const text = (raw: string) => raw && pieces.push({ raw, kind: 'text', name: '', closing: false });
  let last = 0;
  for (const match of value.matchAll(PIECES)) {
    text(value.slice(last, match.index));
    last = match.index + match[0].length;
    pieces.push({
      raw: match[0],
      kind: match[1] ? 'comment' : 'tag',
      name: (match[3] ?? '').toLowerCase(),
      closing: match[2] === '/',
    });
  }
  text(value.slice(last));
  return pieces;
}

const attributeOf = (tag: string, name: string): string | undefined => {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return match ? (match[1] ?? match[2] ?? match[3]) : undefined;
};

/**
 * Makes harmless nodes of HTML: line breaks and pictures become their nodes, tags that only format go, comments are
 * dropped, and whatever else there is stays as the text that it is written with.
 */
export const neutraliseHtml: Pass = (tree, context) => {
  const found: { node: Html; parent: Parents; inTable: boolean; inText: boolean }[] = [];
  visitParents(tree, 'html', (node, ancestors) => {
    const parent = ancestors.at(-1);
    const inTable = ancestors.some(({ type }) => type === 'tableCell');
    if (parent) found.push({ node, parent, inTable, inText: isText(parent) });
  });
  for (const { node, parent, inTable, inText } of found) {
    const at = parent.children.indexOf(node as never);
    const pieces = cut(node.value);
    const parts = inText
      ? pieces.flatMap((piece) => inlinePiece(piece, node, inTable, context))
      : blockPieces(pieces, node, context);
    (parent.children as Nodes[]).splice(at, 1, ...parts);
  }
};

const isText = ({ type }: Nodes): boolean =>
  ['paragraph', 'heading', 'tableCell', 'emphasis', 'strong', 'delete', 'link'].includes(type);

function inlinePiece(piece: Piece, { position }: Html, inTable: boolean, context: PassContext): Nodes[] {
  if (piece.kind === 'comment') return note(piece, position, context, 'dropped');
  if (piece.kind === 'tag' && piece.name === 'br') {
    note(piece, position, context, 'marks');
    return inTable ? [lineBreak(position)] : [{ type: 'break', position }];
  }
  if (piece.kind === 'tag' && piece.name === 'img' && !piece.closing) {
    markTag(piece, position, context);
    return [imageOf(piece, position)];
  }
  if (piece.kind === 'tag' && FORMATTING.test(piece.name)) return note(piece, position, context, 'marks');
  return [{ type: 'text', value: piece.raw, position }];
}

function blockPieces(pieces: readonly Piece[], node: Html, context: PassContext): RootContent[] {
  const { position } = node;
  const plain = pieces.every(
    ({ kind, name }) => kind !== 'tag' || name === 'br' || name === 'img' || FORMATTING.test(name),
  );
  if (!plain) {
    const code: Code = { type: 'code', lang: 'html', value: node.value, position };
    return [code];
  }
  const paragraphs: PhrasingContent[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === 'text') {
      const [first = '', ...rest] = piece.raw.split(/\n\s*\n/);
      paragraphs.at(-1)?.push({ type: 'text', value: first, position });
      for (const value of rest) paragraphs.push([{ type: 'text', value, position }]);
    } else paragraphs.at(-1)?.push(...(inlinePiece(piece, node, false, context) as PhrasingContent[]));
  }
  return paragraphs
    .filter((children) => children.some((child) => child.type !== 'text' || child.value.trim() !== ''))
    .filter((children) => children.some(({ type }) => type !== 'break'))
    .map((children) => ({ type: 'paragraph', children, position }));
}

const imageOf = (piece: Piece, position: Html['position']): PhrasingContent => ({
  type: 'image',
  url: attributeOf(piece.raw, 'src') ?? '',
  alt: attributeOf(piece.raw, 'alt') ?? null,
  position,
});

/** Marks a tag except the values that its picture keeps. */
function markTag({ raw }: Piece, position: Html['position'], context: PassContext): void {
  const whole = rangeOf({ type: 'html', value: '', position });
  const at = whole ? context.note.text.indexOf(raw, whole.start) : -1;
  if (!whole || at < 0 || at >= whole.end) return;
  let last = 0;
  for (const { value, index } of keptValues(raw)) {
    context.marks.push({ start: at + last, end: at + index });
    last = index + value.length;
  }
  context.marks.push({ start: at + last, end: at + raw.length });
}

/** The address and the caption of a picture, in the order in which its tag has them. */
const keptValues = (tag: string): { value: string; index: number }[] =>
  ['src', 'alt']
    .flatMap((name) => {
      const value = attributeOf(tag, name);
      return value
        ? [{ value, index: tag.indexOf(value, tag.search(new RegExp(`\\s${name}\\s*=`, 'i'))) }]
        : [];
    })
    .toSorted((a, b) => a.index - b.index);

/** Notes where in the raw text a piece stood that leaves no text behind. */
function note(
  { raw }: Pick<Piece, 'raw'>,
  position: Html['position'],
  context: PassContext,
  list: 'marks' | 'dropped',
): [] {
  const whole = rangeOf({ type: 'html', value: '', position });
  if (!whole) return [];
  const start = context.note.text.indexOf(raw, whole.start);
  const range = start >= 0 && start < whole.end ? { start, end: start + raw.length } : whole;
  if (list === 'dropped') context.dropped.push({ ...range, reason: 'comment' });
  else context.marks.push(range);
  return [];
}
