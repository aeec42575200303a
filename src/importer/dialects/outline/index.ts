import type { Dialect } from '../dialect.ts';
import { COMMON_MARKS } from '../markdown/marks.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { weigh, type Signal } from '../text/signals.ts';

const SIGNALS: readonly Signal[] = [
  { what: 'heading mark of a blog', matches: /^[〇●■◆【※①-⑳]/u, weight: -2 },
  { what: 'bullet of a copied page', matches: /^\s*•\s/u, weight: -2 },
  {
    what: 'mark of a house style',
    matches: /^#{1,6}\s+[▼▽●■◆]|^(?:>\s*)?(?:ℹ\uFE0F?\s*)?参考：|^<br\s*\/?>$|^!!! /iu,
    weight: -1,
  },
  { what: 'heading', matches: /^#{1,6}\s/, weight: 2 },
  { what: 'box of Zenn', matches: /^(?::{3,}|@\[)/, weight: 2 },
  { what: 'front matter', matches: /^(?:---|\+\+\+)$/, weight: 1 },
  { what: 'fence', matches: /^\s*(?:```|~~~)/, weight: 1 },
  { what: 'bullet', matches: /^\s*(?:[-*+–]|\d{1,3}[.)])\s/u, weight: 1 },
  { what: 'table, quote, picture', matches: /^(?:\||>\s|!\[)/, weight: 1 },
  { what: 'link', matches: /\[[^\]]+\]\([^)\s]+\)/, weight: 1 },
];

/** What is left when nothing speaks for anything: plain text is Markdown too. */
const AT_LEAST = 0.1;

/** Markdown and MDX of any other origin: GitHub, Zenn, Qiita, Obsidian, Docusaurus. */
export const outline: Dialect = {
  id: 'outline',
  detect: (lines) => Math.max(AT_LEAST, weigh(lines, SIGNALS)),
  parse: (part, vocabulary) => parseMarkdown(part, vocabulary, COMMON_MARKS),
};
