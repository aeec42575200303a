import { visit } from 'unist-util-visit';
import type { MarkdownMark, Mask } from '../mark.ts';

/**
 * `_`, `*` and `~` inside a bare address are no emphasis: `https://example.com/_name_/`. The parser is shown
 * noncharacters, which no text may hold, and gets the characters back after it.
 */
const HIDDEN: Readonly<Record<string, string>> = { _: '\uFDD0', '*': '\uFDD1', '~': '\uFDD2' };
const SHOWN = new Map(Object.entries(HIDDEN).map(([shown, hidden]) => [hidden, shown]));
const NONCHARACTERS = /[\uFDD0-\uFDD2]/g;

const ADDRESS = /https?:\/\/[!#-;=?-Z\\[\]_a-z{}~]+/g;

export const addresses: MarkdownMark = {
  mask: ({ lines }) =>
    lines.flatMap(({ text, start }) => {
      if (text.search(NONCHARACTERS) >= 0) return [];
      return [...text.matchAll(ADDRESS)].flatMap(({ 0: address, index }): Mask[] => {
        const end = address.replace(/[*_~]+$/, '').length;
        return [...address.slice(0, end).matchAll(/[*_~]/g)].map(({ 0: character, index: at }) => ({
          start: start + index + at,
          end: start + index + at + 1,
          by: HIDDEN[character] ?? character,
          consumed: false,
          restored: true,
        }));
      });
    }),
  shape: (tree) => {
    visit(tree, (node) => {
      const values = node as unknown as Record<string, unknown>;
      for (const key of ['value', 'url', 'alt', 'title', 'label'])
        if (typeof values[key] === 'string')
          values[key] = values[key].replace(NONCHARACTERS, (hidden) => SHOWN.get(hidden) ?? hidden);
    });
  },
};
