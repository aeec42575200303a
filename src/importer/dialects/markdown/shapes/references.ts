import type { Blockquote, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { dropLead, leadOf } from '../lines-of.ts';
import type { MarkdownMark } from '../mark.ts';

/** A sign before 「参考」; it says nothing that the word does not say. */
const SIGN = /^(?:\p{Extended_Pictographic}|ℹ)\uFE0F?\s*(?=(?:参考|出典|引用|参照))/u;

/** A sign instead of the word. */
const BARE_SIGN = /^(?:↪|🔗)\uFE0F?\s*[：:]\s*/u;

/**
 * `> ℹ️ 参考：https://…`: a source dressed up as a quotation. It is no quotation; its content stands in the text. A blank
 * line in the middle makes two quotations of one list of addresses.
 */
export const references: MarkdownMark = {
  shape: (tree, { source, marks }) => {
    const quotes = new Set<Blockquote>();
    visit(tree, 'blockquote', (quote) => {
      if (isReference(quote)) quotes.add(quote);
    });
    visit(tree, (node) => {
      if (node.type !== 'paragraph' && node.type !== 'tableCell') return;
      const lead0 = leadOf(node.children);
      const sign = (SIGN.exec(lead0) ?? BARE_SIGN.exec(lead0))?.[0];
      if (sign === undefined) return;
      const { rest, lead } = dropLead(node.children, sign.length, source);
      node.children = rest;
      marks.push(lead);
    });
    let open = false;
    visit(tree, 'blockquote', (quote, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const goesOn = open && parent.children[index - 1]?.type === 'list' && isList(quote);
      open = quotes.has(quote) || goesOn;
      if (!open) return undefined;
      const siblings = parent.children as RootContent[];
      const before = siblings[index - 1];
      const [first, ...rest] = quote.children;
      if (goesOn && before?.type === 'list' && first?.type === 'list') {
        before.children.push(...first.children);
        siblings.splice(index, 1, ...rest);
        return [SKIP, index + rest.length];
      }
      siblings.splice(index, 1, ...quote.children);
      return [SKIP, index + quote.children.length];
    });
  },
};

function isReference({ children: [first] }: Blockquote): boolean {
  const text = first?.type === 'paragraph' ? toString(first) : '';
  return BARE_SIGN.test(text) || /^(?:参考|出典|引用元?|参照)\s*[：:]/.test(text.replace(SIGN, ''));
}

const isList = ({ children: [first] }: Blockquote): boolean => first?.type === 'list';
