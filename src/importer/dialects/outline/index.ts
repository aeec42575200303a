import type { Dialect } from '../dialect.ts';
import { COMMON_MARKS } from '../markdown/marks.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { against, BOX_SIGNALS, HOUSE_SIGNALS, MARKDOWN_SIGNALS } from '../markdown/signals.ts';
import { weigh } from '../text/signals.ts';

const SIGNALS = [...against(HOUSE_SIGNALS), ...BOX_SIGNALS, ...MARKDOWN_SIGNALS];

/** What is left when nothing speaks for anything: plain text is Markdown too. */
const AT_LEAST = 0.1;

/** Markdown and MDX of any other origin: GitHub, Zenn, Qiita, Obsidian, Docusaurus. */
export const outline: Dialect = {
  id: 'outline',
  detect: (lines) => Math.max(AT_LEAST, weigh(lines, SIGNALS)),
  parse: (part, vocabulary) => parseMarkdown(part, vocabulary, COMMON_MARKS),
};
