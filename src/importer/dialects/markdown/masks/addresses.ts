import type { MarkdownMark, Mask } from '../mark.ts';
import { hasNoncharacters, HIDDEN, type Hidden } from './noncharacters.ts';

const ADDRESS = /https?:\/\/[!#-;=?-Z[\]_a-z{}~]+/g;

/** `_`, `*` and `~` inside a bare address are no emphasis: `https://example.com/_name_/`. */
export const addresses: MarkdownMark = {
  mask: ({ lines, text, start, end }) => {
    if (hasNoncharacters(text.slice(start, end))) return [];
    return lines.flatMap((line) =>
      [...line.text.matchAll(ADDRESS)].flatMap(({ 0: address, index }): Mask[] => {
        const length = address.replace(/[*_~]+$/, '').length;
        return [...address.slice(0, length).matchAll(/[*_~]/g)].map(({ 0: character, index: at }) => ({
          start: line.start + index + at,
          end: line.start + index + at + 1,
          by: HIDDEN[character as Hidden],
          consumed: false,
          restored: true,
        }));
      }),
    );
  },
};
