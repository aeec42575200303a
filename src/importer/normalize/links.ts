import type { Link, Nodes, Parents, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import { diagnose } from '../../diagnostics/index.ts';
import { isAllowedUrl, isInternalUrl } from '../../markdown/urls.ts';
import { isOwnAddress } from '../own-address.ts';
import { placeOf, type Pass, type PassContext } from './pass.ts';

/** Bare addresses become links; addresses that the site cannot link to stay as text. */
export const settleLinks: Pass = (tree, context) => {
  unnest(tree);
  visitParents(tree, (node, ancestors) => {
    const parent = ancestors.at(-1) as Parents | undefined;
    if (node.type !== 'text' && node.type !== 'link') return undefined;
    if (!parent) return undefined;
    const at = parent.children.indexOf(node as never);
    const parts = node.type === 'text' ? linkBare(node.value, node.position) : settle(node, context);
    (parent.children as Nodes[]).splice(at, 1, ...parts);
    return [SKIP, at + parts.length];
  });
};

/** A link inside a link keeps its text; the outer one wins. */
function unnest(tree: Nodes): void {
  visitParents(tree, 'link', (node, ancestors) => {
    const parent = ancestors.at(-1) as Parents | undefined;
    if (!parent || !ancestors.some(({ type }) => type === 'link')) return undefined;
    const at = parent.children.indexOf(node as never);
    const address: PhrasingContent[] = isOwnAddress(toString(node), node.url)
      ? []
      : [{ type: 'text', value: `（${node.url}）`, position: node.position }];
    (parent.children as Nodes[]).splice(at, 1, ...node.children, ...address);
    return [SKIP, at];
  });
}

function settle(link: Link, context: PassContext): PhrasingContent[] {
  const { position, title } = link;
  const label = toString(link);
  const after: PhrasingContent[] = title ? [{ type: 'text', value: `（${title}）`, position }] : [];
  const url = encodeUrl(link.url);
  if (isOwnAddress(label, link.url)) markSecond(link, context);
  if (isAllowedUrl(url) && !isInternalUrl(url)) {
    const children: PhrasingContent[] =
      label.trim() === '' ? [{ type: 'text', value: url, position }] : link.children;
    return [{ ...link, url, title: null, children }, ...after];
  }
  context.diagnostics.push(diagnose('N207', placeOf(link, context), { url: link.url }, 'info'));
  const address = link.url.trim() + (title ? ` ${title}` : '');
  if (label === '' || label === address) return [{ type: 'inlineCode', value: address, position }];
  if (address === '') return link.children;
  return [
    ...link.children,
    { type: 'text', value: '（', position },
    { type: 'inlineCode', value: address, position },
    { type: 'text', value: '）', position },
  ];
}

/** `[address](address "title")` says once what it says twice, and its title. */
function markSecond({ position, title, url }: Link, { note, marks }: PassContext): void {
  const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
  const middle = note.text.startsWith('[', start) ? note.text.lastIndexOf('](', end) : -1;
  const behind = title ? note.text.indexOf(title, middle + url.length) : -1;
  if (middle > start) marks.push({ start: middle, end: behind >= 0 && behind < end ? behind : end });
}

/** Where an address in running text ends: at Japanese punctuation, at hiragana, at anything that no address holds. */
const BARE =
  /https?:\/\/[A-Za-z0-9](?:[\w.:@-]*)(?:[/?#][^\s<>"`{}|\\^「」『』（）【】［］〈〉《》、。，．・：；！？※〜～→ぁ-ゖ\u3000]*)?/g;

function linkBare(value: string, position: Link['position']): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let last = 0;
  for (const match of value.matchAll(BARE)) {
    const url = trimEnd(match[0]);
    if (!isAllowedUrl(url)) continue;
    if (match.index > last) parts.push({ type: 'text', value: value.slice(last, match.index), position });
    parts.push({ type: 'link', url, children: [{ type: 'text', value: url, position }], position });
    last = match.index + url.length;
  }
  if (last < value.length) parts.push({ type: 'text', value: value.slice(last), position });
  return parts;
}

/** Punctuation at the end belongs to the sentence, a closing parenthesis only when none opened. */
function trimEnd(url: string): string {
  let end = url.length;
  let open = url.split('(').length - url.split(')').length;
  for (; end > 0; end -= 1) {
    const last = url.charAt(end - 1);
    if (last === ')' && open < 0) open += 1;
    else if (!/[.,;:!?'*_~\]]/.test(last)) break;
  }
  return url.slice(0, end);
}

/** Characters that would end a Markdown destination or begin an expression. */
const encodeUrl = (url: string): string =>
  url.trim().replace(/[<>{}\s\\"`|^]/g, (character) => encodeURIComponent(character));
