import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { MarkdownMark } from '../mark.ts';

const INTRODUCTION = /^(?:はじめに|まえがき|Introduction)$/i;

/** A sentence of greeting is at most this long. */
const LONGEST = 80;

/**
 * 「はじめに」 right below the title that says one sentence and links to a page of the site: every page of a generated
 * site has it, and it is about the site.
 */
export const introduction: MarkdownMark = {
  shape: (tree, { dropped }) => {
    const from = tree.children.findIndex((node) => node.type === 'heading' && node.depth > 1);
    const heading = tree.children[from];
    if (!heading || !INTRODUCTION.test(toString(heading).trim())) return;
    const length = tree.children.slice(from + 1).findIndex(({ type }) => type === 'heading');
    const section = tree.children.slice(from, length < 0 ? undefined : from + 1 + length);
    const body = section.slice(1);
    const words = body.filter((node) => !isAddress(node));
    if (body.length > 3 || words.length > 1 || words.length === body.length) return;
    if (words.some((node) => node.type !== 'paragraph' || toString(node).length > LONGEST)) return;
    dropped.push({
      start: heading.position?.start.offset ?? 0,
      end: section.at(-1)?.position?.end.offset ?? 0,
      reason: 'introduction',
    });
    tree.children.splice(from, section.length);
  },
};

const isAddress = (node: RootContent): boolean =>
  node.type === 'paragraph' && /^(?:参考\s*[：:]\s*)?https?:\S+$/.test(toString(node).trim());
