import type { Image, Parents, PhrasingContent, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Source } from '../../text/source.ts';
import type { MarkdownMark } from '../mark.ts';

const WIKILINK = /(!?)\[\[([^[\]|#\n]+)(#[^[\]|\n]*)?(?:\|([^[\]\n]*))?\]\]/g;

/**
 * `[[ページ]]`, `[[ページ|文字]]`, `![[図.png]]` (Obsidian, wikis). The page is not ours: its name or the words given for it
 * stay as text, which links by itself where the name is known. Pictures become pictures.
 */
export const wikilinks: MarkdownMark = {
  shape: (tree, { source, marks }) => {
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined || !node.value.includes('[[')) return undefined;
      const start = node.position?.start.offset ?? 0;
      if (source.text.slice(start, start + node.value.length) !== node.value) return undefined;
      const parts: PhrasingContent[] = [];
      let last = 0;
      for (const match of node.value.matchAll(WIKILINK)) {
        const [all, picture, page = '', , words = ''] = match;
        const shown = words.trim() === '' ? page : words;
        const at = match.index + all.lastIndexOf(shown);
        if (match.index > last) parts.push(piece(source, start, last, match.index));
        const text = piece(source, start, at, at + shown.length);
        parts.push(picture ? image(text) : text);
        marks.push({ start: start + match.index, end: start + at });
        last = match.index + all.length;
        marks.push({ start: start + at + shown.length, end: start + last });
      }
      if (parts.length === 0) return undefined;
      if (last < node.value.length) parts.push(piece(source, start, last, node.value.length));
      (parent as Parents).children.splice(index, 1, ...(parts as never[]));
      return index + parts.length;
    });
  },
};

const piece = (source: Source, base: number, from: number, to: number): Text => ({
  type: 'text',
  value: source.text.slice(base + from, base + to),
  position: source.position(base + from, base + to),
});

const image = ({ value, position }: Text): Image => ({ type: 'image', url: value, alt: null, position });
