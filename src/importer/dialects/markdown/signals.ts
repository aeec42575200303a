import type { Signal } from '../text/signals.ts';

/** What any Markdown looks like. */
export const MARKDOWN_SIGNALS: readonly Signal[] = [
  { what: 'heading mark of a blog', matches: /^[〇●■◆【※①-⑳]/u, weight: -2 },
  { what: 'bullet of a copied page', matches: /^\s*•\s/u, weight: -2 },
  { what: 'heading', matches: /^#{1,6}\s/, weight: 2 },
  { what: 'front matter', matches: /^(?:---|\+\+\+)$/, weight: 1 },
  { what: 'fence', matches: /^\s*(?:```|~~~)/, weight: 1 },
  { what: 'bullet', matches: /^\s*(?:[-*+–]|\d{1,3}[.)])\s/u, weight: 1 },
  { what: 'table, quote, picture', matches: /^(?:\||>\s|!\[)/, weight: 1 },
  { what: 'link', matches: /\[[^\]]+\]\([^)\s]+\)/, weight: 1 },
];

/** What sources of MkDocs sites have besides. */
export const HOUSE_SIGNALS: readonly Signal[] = [
  { what: 'ornament in a heading', matches: /^#{1,6}\s+[▼▽●■◆]/u, weight: 3 },
  { what: 'numbered heading', matches: /^##\s+\d{2}(?:-\d{2})*\.\s/, weight: 3 },
  { what: 'admonition or tab', matches: /^\s*(?:!!!|\?\?\?\+?|===)\s+(?:[a-z-]+|")/, weight: 3 },
  { what: 'example label', matches: /^\*\*＊.+＊\*\*$/u, weight: 3 },
  { what: 'reference', matches: /^(?:>\s*)?(?:ℹ\uFE0F?\s*)?参考：/u, weight: 2 },
  { what: 'ruler', matches: /^<br\s*\/?>$/i, weight: 2 },
  { what: 'code in text between triple backticks', matches: /```[^`\s][^`]*```/, weight: 2 },
  { what: 'step', matches: /^（[０-９0-9]{1,2}）/u, weight: 1 },
];

/** What articles for Zenn and Docusaurus have besides. */
export const BOX_SIGNALS: readonly Signal[] = [{ what: 'box of Zenn', matches: /^(?::{3,}|@\[)/, weight: 2 }];

/** The same signals, speaking against instead of for. */
export const against = (signals: readonly Signal[]): Signal[] =>
  signals.map((signal) => ({ ...signal, weight: -Math.abs(signal.weight) }));
