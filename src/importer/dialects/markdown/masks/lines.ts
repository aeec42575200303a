import type { MarkdownMark, Mask } from '../mark.ts';
import { TABBED_SIGN } from '../../text/signs.ts';
import type { Line } from '../../text/source.ts';
import { hide } from './noncharacters.ts';

/** A mark that one line shows by itself. */
const lineMark = (maskOf: (line: Line) => Mask | undefined): MarkdownMark => ({
  mask: ({ lines }) => lines.flatMap((line) => maskOf(line) ?? []),
});

/** `<br>` alone on a line: space between sections, for the eye only. */
export const rulers = lineMark(({ text, start, end }) =>
  /^[ \t]*(?:<br\s*\/?>[ \t]*)+$/i.test(text) ? { start, end, consumed: true } : undefined,
);

/** `[TOC]`, `[[toc]]`: where a generator put its table of contents. */
export const contents = lineMark(({ text, start, end }) =>
  /^\s*(?:\[TOC\]|\[\[_?TOC_?\]\]|@\[toc\].*)\s*$/i.test(text)
    ? { start, end, consumed: false, dropped: 'contents' }
    : undefined,
);

/** Bullets that look like `-` but are a dash or a dot, `– item`, `• item`, and those of a word processor. */
const FOREIGN = new RegExp(`^([ \\t>]*)(?![-*+])(?:[–—•‣▪◦・](?=[ \\t]+\\S)|${TABBED_SIGN}(?=\\t+\\S))`, 'u');

export const foreignBullets = lineMark(({ text, start }) => {
  const bullet = FOREIGN.exec(text);
  if (!bullet) return undefined;
  const at = start + (bullet[1]?.length ?? 0);
  return { start: at, end: at + 1, by: '-', consumed: true, begins: at };
});

/** Attributes and pictures are short; longer lines are not searched for them. */
const LONGEST = 2000;

/** ` =250x` behind the address of a picture: its width on Zenn. */
export const imageSizes = lineMark(({ text, start }) => {
  const size = text.length > LONGEST ? null : /!\[[^\]\n]*\]\([^)\s]+( =\d*x\d*)\)/.exec(text);
  if (!size?.[1]) return undefined;
  const at = start + size.index + size[0].length - 1 - size[1].length;
  return { start: at, end: at + size[1].length, consumed: true };
});

/** `{: .class }`, `{#id}`, `{ width=300 }`: attributes for a stylesheet, at the end of a line. */
export const attributeLists: MarkdownMark = {
  mask: (source) =>
    source.lines.flatMap(({ text, start, end }): Mask[] => {
      const open = text.lastIndexOf('{');
      if (open < 0 || text.length - open > LONGEST || !ATTRIBUTES.test(text.slice(open))) return [];
      const range = { start: start + open, end };
      const id = HEADING_ID.exec(text)?.[1];
      const by = id ? `[${id}]`.padEnd(text.length - open) : hide(source, range);
      return [{ ...range, by, consumed: true }];
    }),
};

/** `{#id}` behind a heading is shown as the `[#id]` of this site, which is as long. */
const HEADING_ID = /^[ \t>]*#{1,6}[ \t].*\{(#[\w-]+)\}\s*$/;

const ATTRIBUTES = /^\{:?(?:\s*(?:[#.][\w-]+|[\w-]+=(?:"[^"]*"|[\w.%-]+)))+\s*\}\s*$/;
