import type { Dialect } from '../dialect.ts';
import { COMMON_MARKS, SITE_MARKS } from '../markdown/marks.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { against, BOX_SIGNALS, HOUSE_SIGNALS, MARKDOWN_SIGNALS } from '../markdown/signals.ts';
import { weigh } from '../text/signals.ts';

const SIGNALS = [...HOUSE_SIGNALS, ...against(BOX_SIGNALS), ...MARKDOWN_SIGNALS];

/** Without a mark of the house, Markdown is an outline; a few such sections in a row do not make a change yet. */
const WITHOUT_SITE_MARKS = 0.7;

/** Sources of MkDocs sites: Markdown with admonitions, attribute lists and the marks of a house style. */
export const mkdocs: Dialect = {
  id: 'mkdocs',
  detect: (lines) => weigh(lines, SIGNALS) * (weigh(lines, HOUSE_SIGNALS) > 0 ? 1 : WITHOUT_SITE_MARKS),
  parse: (part, vocabulary) => parseMarkdown(part, vocabulary, [...COMMON_MARKS, ...SITE_MARKS]),
};
