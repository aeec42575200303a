import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';
import { placeInReason, wordMdxReason } from './mdx-reasons.ts';

/** Thrown for text that is not MDX. `line` and `column` count from 1 in the file that was parsed. */
export class MdxSyntaxError extends Error {
  readonly line: number;
  readonly column: number;

  constructor(reason: string, line: number, column: number) {
    super(reason);
    this.line = line;
    this.column = column;
  }
}

const extensions = [gfm({ singleTilde: false }), mdxjs(), cjkFriendlyExtension()];
const mdastExtensions = [gfmFromMarkdown(), mdxFromMarkdown()];

/**
 * Parses MDX with the one grammar of this project: CommonMark, GFM, MDX, and emphasis that works next to Japanese
 * punctuation (https://github.com/tats-u/markdown-cjk-friendly). The site, the checks and the importer's guard all
 * read notes through here: a guard that reads with another parser proves nothing.
 *
 * @param text MDX without front matter
 * @param firstLine the line of the file on which `text` begins, so that positions are those of the file
 * @throws {MdxSyntaxError}
 */
export function parseMdx(text: string, firstLine = 1): Root {
  try {
    return fromMarkdown('\n'.repeat(firstLine - 1) + text, { extensions, mdastExtensions });
  } catch (error) {
    const { reason, place } = asMessage(error);
    throw new MdxSyntaxError(wordMdxReason(reason), place.line, place.column);
  }
}

/** What micromark throws is a VFileMessage; anything else is a fault of ours and must surface. */
function asMessage(error: unknown): { reason: string; place: { line: number; column: number } } {
  if (!(error instanceof Error) || !('reason' in error)) throw error;
  const { reason, place } = error as Error & {
    reason: string;
    place?: { line?: number; column?: number; start?: { line: number; column: number } };
  };
  const start = placeInReason(reason) ?? place?.start ?? place;
  return { reason, place: { line: start?.line ?? 1, column: start?.column ?? 1 } };
}
