import type { Paragraph, Root, RootContent } from 'mdast';
import { guardTree } from '../../markdown/guard.ts';
import { parseMdx } from '../../markdown/parse.ts';
import { cleanText } from '../read/note.ts';
import { wordsOfTree } from '../text-of.ts';
import { isSameTree } from './same-tree.ts';
import { toMdx } from './to-mdx.ts';

/** The body of a note as text, and the blocks that could only be written as plain text. */
export interface EmittedBody {
  readonly text: string;
  readonly degraded: readonly RootContent[];
}

/**
 * Writes blocks as MDX that the site's own parser reads back as the same blocks, with nothing in it that could run.
 * A block for which that fails is written as plain paragraphs, and failing that as a block of code: text is never lost
 * and never trusted.
 */
export function emitBody(blocks: readonly RootContent[]): EmittedBody {
  const whole = write(blocks);
  if (whole !== undefined) return { text: whole, degraded: [] };
  const degraded: RootContent[] = [];
  const sound = blocks.flatMap((block) => {
    if (write([block]) !== undefined) return [block];
    degraded.push(block);
    return plainBlocks(block);
  });
  const mended = write(sound);
  if (mended !== undefined) return { text: mended, degraded };
  // Each block is sound, their neighbourhood is not.
  const plain = write(blocks.flatMap((block) => (block.type === 'code' ? [block] : plainBlocks(block))));
  return { text: plain ?? toMdx(rootOf(blocks.map(asCode))), degraded: blocks };
}

const rootOf = (children: readonly RootContent[]): Root => ({ type: 'root', children: [...children] });

/** The text of blocks, or undefined when it would not be read as what it was written from. */
function write(blocks: readonly RootContent[]): string | undefined {
  const tree = rootOf(blocks);
  try {
    if (guardTree(tree, '').length > 0) return undefined;
    const text = toMdx(tree);
    return [withPlainJapanese(text), text].find((written) => readsAs(tree, written));
  } catch {
    // The printer throws at nodes that it does not know, the parser at text that is no MDX: neither may be written.
    return undefined;
  }
}

/**
 * Writes out what the printer put as references next to the signs of stress: CommonMark needs that beside Japanese, the
 * grammar of this project does not, and nobody can read it.
 */
const withPlainJapanese = (text: string): string =>
  text.replace(/&#x([0-9A-F]{4,5});/g, (reference, code: string) => {
    const character = String.fromCodePoint(Number.parseInt(code, 16));
    return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? character : reference;
  });

function readsAs(tree: Root, text: string): boolean {
  const parsed = parseMdx(text);
  return guardTree(parsed, '').length === 0 && isSameTree(tree, parsed);
}

/** A block as paragraphs of nothing but text. */
function plainBlocks(block: RootContent): RootContent[] {
  const paragraphs = wordsOfTree(block)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((value): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
  return write(paragraphs) === undefined ? [asCode(block)] : paragraphs;
}

const asCode = (block: RootContent): RootContent => ({
  type: 'code',
  lang: 'text',
  value: cleanText(wordsOfTree(block)).replace(/^\n/, ''),
});
