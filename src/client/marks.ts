/** As the style sheet knows it. */
const NAME = 'searched';
/** What is read as one text, whatever links and code cut it into. */
const BLOCKS = 'p, li, dt, dd, th, td, figcaption, summary, pre, h2, h3, h4, h5';

/**
 * Marks words in the section that the address names, and leaves its text as it is. Only there: on a page about Lambda
 * the word is everywhere. Escape takes the marks away.
 */
export function markWords(words: readonly string[]): void {
  if (!('highlights' in CSS)) return;
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const section = target?.matches('h2, h3') ? target.closest('section') : target;
  const ranges = section && words.length > 0 ? findWords(section, toPattern(words)) : [];
  CSS.highlights.set(NAME, new Highlight(...ranges));
}

addEventListener('keydown', ({ key }) => key === 'Escape' && CSS.highlights.delete(NAME));

/** The longest first: 「同時実行数」 is one word where 「実行」 is sought too. */
const toPattern = (words: readonly string[]): RegExp =>
  new RegExp(
    words
      .toSorted((a, b) => b.length - a.length)
      .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('|'),
    'gi',
  );

function findWords(section: Element, pattern: RegExp): StaticRange[] {
  const texts = document.createNodeIterator(section, NodeFilter.SHOW_TEXT);
  const blocks = new Map<Element | null | undefined, Text[]>();
  for (let node = texts.nextNode(); node instanceof Text; node = texts.nextNode()) {
    const block = node.parentElement?.closest(BLOCKS);
    blocks.set(block, [...(blocks.get(block) ?? []), node]);
  }
  return [...blocks.values()].flatMap((nodes) => {
    const text = nodes.map(({ data }) => data).join('');
    return Array.from(text.matchAll(pattern), ({ 0: word, index }) => {
      const [startContainer, startOffset] = placeOf(nodes, index);
      const [endContainer, last] = placeOf(nodes, index + word.length - 1);
      return new StaticRange({ startContainer, startOffset, endContainer, endOffset: last + 1 });
    });
  });
}

/** Where a character of some texts in a row stands. */
function placeOf(nodes: readonly Text[], at: number): [node: Text, offset: number] {
  let offset = at;
  for (const node of nodes) {
    if (offset < node.length) return [node, offset];
    offset -= node.length;
  }
  throw new RangeError(`no character ${at}`);
}
