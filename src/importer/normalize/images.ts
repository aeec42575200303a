import type { Image, Nodes, Parents, PhrasingContent } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import { diagnose } from '../../diagnostics/index.ts';
import { todo } from '../nodes.ts';
import { placeOf, rangeOf, type Pass, type PassContext } from './pass.ts';

/** What a `<Todo>` can hold. */
const LONGEST = 400;

/**
 * Pictures are not carried: they lie on other people's servers, and diagrams are drawn anew here. Each becomes a to-do
 * with its caption and address, right after the paragraph that it stood in; in a table cell it becomes text.
 */
export const replaceImages: Pass = (tree, context) => {
  const found: { image: Image; ancestors: Parents[] }[] = [];
  visitParents(tree, 'image', (image, ancestors) => {
    found.push({ image, ancestors: [...ancestors] as Parents[] });
  });
  const after = new Map<Nodes, Nodes>();
  for (const { image, ancestors } of found) {
    const parent = ancestors.at(-1);
    if (!parent) continue;
    const text = describe(image, context);
    const caption = image.alt?.trim() || fileName(image.url);
    context.diagnostics.push(diagnose('N205', placeOf(image, context), { caption }, 'info'));
    const block = ancestors.findLast(({ type }) => type === 'paragraph' || type === 'heading');
    const at = parent.children.indexOf(image as never);
    const fits = block !== undefined && text.length <= LONGEST;
    const rest: PhrasingContent[] = fits ? [] : [{ type: 'text', value: text, position: image.position }];
    (parent.children as Nodes[]).splice(at, 1, ...rest);
    const holder = block && ancestors[ancestors.indexOf(block) - 1];
    if (!fits || !holder) continue;
    const made = todo(text, image.position);
    const anchor = after.get(block) ?? block;
    (holder.children as Nodes[]).splice(holder.children.indexOf(anchor as never) + 1, 0, made);
    after.set(block, made);
  }
};

/** 「図: caption（address）」; the bytes of an embedded picture are left out. */
function describe(image: Image, context: PassContext): string {
  const caption = [image.alt, image.title].filter(Boolean).join(' ').replace(/\s+/g, ' ').trim();
  const embedded = /^data:[^,]*,/i.exec(image.url)?.[0];
  const range = rangeOf(image);
  if (embedded && range) {
    const start = context.note.text.indexOf(image.url, range.start);
    if (start >= 0) context.dropped.push({ start, end: start + image.url.length, reason: 'embedded' });
  }
  const address = embedded ? '' : image.url.replace(/\s+/g, ' ').trim();
  const what = [caption, address && caption ? `（${address}）` : address].join('');
  return `図: ${what || '（説明なし）'}`;
}

const fileName = (url: string): string => (url.startsWith('data:') ? '' : url.split('/').at(-1)) || '図';
