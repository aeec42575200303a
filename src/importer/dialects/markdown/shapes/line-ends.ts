import type { List, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { isAnswer } from '../../text/answers.ts';
import { isHead } from '../../text/sentence.ts';
import type { Source } from '../../text/source.ts';
import { linesOf, paragraphOf } from '../lines-of.ts';
import type { MarkdownMark } from '../mark.ts';

/**
 * Line ends that mean something. To CommonMark they are spaces; Zenn, Qiita and every editor show them, and many notes
 * count on that: a name above its text, `→` below what it follows from, `Q.` above `A.`.
 */
export const lineEnds: MarkdownMark = {
  shape: (tree, { source }) => {
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const pieces = piecesOf(paragraph, source);
      if (pieces.length < 2) return undefined;
      if (parent.type === 'listItem') {
        paragraph.children = pieces.flatMap((piece, at): PhrasingContent[] =>
          at === 0 ? piece : [{ type: 'break', position: piece[0]?.position }, ...piece],
        );
        return SKIP;
      }
      const blocks = toBlocks(pieces.map((piece) => paragraphOf(piece, source)));
      (parent.children as RootContent[]).splice(index, 1, ...blocks);
      return [SKIP, index + blocks.length];
    });
  },
};

/** Answers to choose below each other are a list; they keep their letters. */
function toBlocks(paragraphs: readonly Paragraph[]): RootContent[] {
  const blocks: RootContent[] = [];
  for (let at = 0; at < paragraphs.length;) {
    let to = at;
    while (isAnswer(paragraphs[to] ? toString(paragraphs[to]) : '', to - at)) to++;
    const run = paragraphs.slice(at, Math.max(to, at + 1));
    if (run.length > 1) blocks.push(listOf(run));
    else blocks.push(...run);
    at += run.length;
  }
  return blocks;
}

const listOf = (paragraphs: readonly Paragraph[]): List => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: paragraphs.map((paragraph) => ({
    type: 'listItem',
    spread: false,
    children: [paragraph],
    position: paragraph.position,
  })),
  position: paragraphs[0]?.position,
});

/** A paragraph cut at the line ends that mean something. */
function piecesOf(paragraph: Paragraph, source: Source): PhrasingContent[][] {
  if (paragraph.children.some(({ type }) => type === 'break')) return [paragraph.children];
  const pieces: PhrasingContent[][] = [];
  let above = '';
  let wasAddress = false;
  for (const line of linesOf(paragraph, source)) {
    const text = toString(line);
    const last = pieces.at(-1);
    const isLink = isAddress(line);
    const parts =
      BEGINS.test(text) ||
      CHOICE.test(text) ||
      ARROW.test(above) ||
      (wasAddress && isLink) ||
      (isName(above) && !GOES_ON.test(text));
    if (!last || parts) pieces.push([...line]);
    else last.push(joint(source, line), ...line);
    above = text;
    wasAddress = isLink;
  }
  return pieces;
}

/** The line end between two lines of one piece. */
const joint = (source: Source, line: readonly PhrasingContent[]): PhrasingContent => {
  const start = line[0]?.position?.start.offset ?? 0;
  return { type: 'text', value: '\n', position: source.position(start, start) };
};

/** A line that is nothing but a link: one of several below each other. */
const isAddress = (line: readonly PhrasingContent[]): boolean =>
  line.length === 1 && (line[0]?.type === 'link' || /^https?:\S+$/.test(toString(line).trim()));

/** Marks that a line begins with, and no sentence goes on with. */
const BEGINS = /^(?:[→⇒⇨➡↓⇓※★☆■□●○◆◇▼▲]|[QA][.:]|[ＱＡ][．：.:]|Q\d{1,3}[.:]|\d{1,2}[.)]\s)/u;

/** An answer to choose, or the one that is right. */
const CHOICE = /^(?:[A-Ja-jＡ-Ｊａ-ｊア-コ][.．)）]\s*\S|(?:答え?|解答|正解|回答|解説)(?:[\s:：]|$))/u;

/** What follows from the line above takes one line. */
const ARROW = /^[→⇒⇨➡]/u;

const isName = (line: string): boolean =>
  isHead(line, 30) && /[\p{sc=Han}\p{sc=Katakana}ー\w)）]$/u.test(line);

/** A particle goes on with what stands above. */
const GOES_ON = /^(?:[のをがはにでとへもや、。]|より|から|まで)/u;
