import { splitFrontMatter } from '../../content/front-matter.ts';

/** What stands before the first key speaks of the file. */
const HEAD = /^(?:#[^\n]*\n|[^\S\n]*\n)*/;
/** Where a key begins, or the comments right above it. */
const BEGINNING = /^(?<!^#[^\n]*\n)(?=(?:#[^\n]*\n)*[A-Za-z])/m;

/**
 * Puts the top-level keys of front matter in order. Whole blocks of lines are moved and none is rewritten, so that
 * comments, quotes and indentation stay as the writer has them.
 */
export function fixKeyOrder(text: string, order: readonly string[]): string {
  const { yaml } = splitFrontMatter(text);
  if (yaml === undefined) return text;
  const head = HEAD.exec(yaml)?.[0] ?? '';
  const rank = (block: string) => {
    const at = order.indexOf(/^[A-Za-z]\w*/m.exec(block)?.[0] ?? '');
    return at < 0 ? order.length : at;
  };
  const blocks = yaml.slice(head.length).split(BEGINNING);
  const sorted = blocks.toSorted((a, b) => rank(a) - rank(b));
  return text.replace(yaml, () => head + sorted.join(''));
}
