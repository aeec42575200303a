import type { Dialect } from '../dialect.ts';
import { COMMON_MARKS, HOUSE_MARKS } from '../markdown/marks.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { weigh, type Signal } from '../text/signals.ts';

const SIGNALS: readonly Signal[] = [
  { what: 'ornament in a heading', matches: /^#{1,6}\s+[▼▽●■◆]/u, weight: 3 },
  { what: 'numbered heading', matches: /^##\s+\d{1,2}(?:-\d{1,2})*\.\s/, weight: 3 },
  { what: 'admonition or tab', matches: /^\s*(?:!!!|\?\?\?\+?|===)\s+(?:[a-z-]+|")/, weight: 3 },
  { what: 'example label', matches: /^\*\*＊.+＊\*\*$/u, weight: 3 },
  { what: 'reference', matches: /^(?:>\s*)?(?:ℹ\uFE0F?\s*)?参考：/u, weight: 2 },
  { what: 'ruler', matches: /^<br\s*\/?>$/i, weight: 2 },
  { what: 'code in text between triple backticks', matches: /```[^`\s][^`]*```/, weight: 2 },
  { what: 'step', matches: /^（[０-９0-9]{1,2}）/u, weight: 1 },
  { what: 'table, heading, fence, front matter', matches: /^(?:\||#{1,6}\s|```|---$)/, weight: 0.5 },
  { what: 'bullet nested by four spaces', matches: /^\s{4,}[-*+]\s/, weight: -1 },
  { what: 'bullet of a copied page', matches: /^\s*•\s/u, weight: -2 },
  { what: 'box of Zenn', matches: /^(?::{3,}|@\[)/, weight: -2 },
];

/** Sources of MkDocs sites: Markdown with admonitions, attribute lists and the marks of a house style. */
export const mkdocs: Dialect = {
  id: 'mkdocs',
  detect: (lines) => weigh(lines, SIGNALS),
  parse: (part, vocabulary) => parseMarkdown(part, vocabulary, [...COMMON_MARKS, ...HOUSE_MARKS]),
};
