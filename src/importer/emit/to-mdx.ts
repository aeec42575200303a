import type { Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { handlers } from './handlers.ts';
import { MDX_UNSAFE } from './unsafe.ts';

/** Writes a tree as MDX. Escapes only; whether the result is what was meant is for the guard to say. */
export const toMdx = (tree: Root): string =>
  toMarkdown(tree, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false, singleTilde: false } as never)],
    handlers: handlers as never,
    unsafe: [...MDX_UNSAFE],
    bullet: '-',
    bulletOther: '*',
    emphasis: '*',
    fences: true,
    incrementListMarker: true,
    listItemIndent: 'one',
    resourceLink: true,
    rule: '-',
  }).normalize('NFC');
