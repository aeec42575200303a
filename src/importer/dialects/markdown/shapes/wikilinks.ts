import type { Image, Parents, PhrasingContent, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Source } from '../../text/source.ts';
import type { MarkdownMark } from '../mark.ts';

const WIKILINK = /(!?)\[\[([^[\]|#\n]+)(#[^[\]|\n]*)?(?:\|([^[\]\n]*))?\]\]/g;

/** How wide a picture is shown: `![[図.png|300]]`. */
const SIZE = /^\d+(?:x\d+)?$/;

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
        const label = picture && SIZE.test(words) ? '' : words.trim();
        if (match.index > last) parts.push(piece(source, start, last, match.index));
        last = match.index;
        const kept = (picture ? [page, label] : [label || page]).map((shown) => {
          const at = node.value.indexOf(shown, last);
          marks.push({ start: start + last, end: start + at });
          last = at + shown.length;
          return piece(source, start, at, last);
        });
        marks.push({ start: start + last, end: start + match.index + all.length });
        last = match.index + all.length;
        parts.push(...(picture ? [image(kept, label)] : kept));
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

const image = ([page]: readonly Text[], caption: string): Image => ({
  type: 'image',
  url: page?.value ?? '',
  alt: caption || null,
  position: page?.position,
});
