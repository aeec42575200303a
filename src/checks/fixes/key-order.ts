import { splitFrontMatter } from '../../content/front-matter.ts';

/**
 * Puts the top-level keys of front matter in order. Whole blocks of lines are moved and none is rewritten, so that
 * comments, quotes and indentation stay as the writer has them.
 */
export function fixKeyOrder(text: string, order: readonly string[]): string {
  const { yaml } = splitFrontMatter(text);
  if (yaml === undefined) return text;
  const blocks = yaml.split(/^(?=[A-Za-z])/mu);
  const rank = (block: string) => {
    const at = order.indexOf(/^\w+/.exec(block)?.[0] ?? '');
    return at < 0 ? order.length : at;
  };
  // What stands before the first key (a comment) stays there.
  const head = blocks[0] !== undefined && !/^\w/.test(blocks[0]) ? blocks.splice(0, 1) : [];
  const sorted = blocks
    .map((block) => (block.endsWith('\n') ? block : `${block}\n`))
    .toSorted((a, b) => rank(a) - rank(b));
  return text.replace(yaml, () => [...head, ...sorted].join(''));
}
